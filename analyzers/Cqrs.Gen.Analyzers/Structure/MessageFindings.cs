using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>What is wrong with an event or command: its type, its JSON, and whether the aggregate that it names takes it.</summary>
internal static class MessageFindings
{
    public static void Report(INamedTypeSymbol type, Domain domain, FindingReporter findings, CancellationToken cancellationToken)
    {
        Mutability.ReportMessage(type, findings);
        EquatableArray<MessageModel> messages = MessageReader.Read(type, findings);
        if (messages.Count > 0)
        {
            JsonShapeReader.ReadClosure(type, type.ContainingAssembly, findings, cancellationToken);
            if (messages.Any(static m => m.Kind == MessageKind.Event))
            {
                Pinning.ReportEvent(type, findings);
                if (type is { TypeKind: TypeKind.Class, IsSealed: false, IsAbstract: false } && !domain.IsBase(type))
                {
                    findings.Report(FindingKind.UnsealedEvent, type, type.ShortName());
                }
            }
        }

        foreach (MessageModel message in messages)
        {
            INamedTypeSymbol owner = type.OwnersOf(message.Kind).First(o => o.FullName() == message.Owner);
            if (!owner.IsFound())
            {
                continue;
            }

            if (domain.AggregateOf(owner) is { } aggregate)
            {
                Completeness.Check(message, type, aggregate, culprit: type, domain, findings, cancellationToken);
            }
            else if (WhyNoAggregate(owner, domain) is { } reason)
            {
                findings.Report(FindingKind.MessageHasNoAggregate, type, type.ShortName(), reason);
            }
        }
    }

    /// <summary>Null for the contract of an aggregate that may well be in an assembly that refers to this one.</summary>
    private static string? WhyNoAggregate(INamedTypeSymbol owner, Domain domain)
    {
        string name = owner.ShortName();
        if (owner.FindAttribute("AggregateAttribute") is not null)
        {
            return domain.IsHere(owner)
                ? $"events and commands of {name} name its contract, {PersistedNames.ContractOrSelf(owner).ShortName()}"
                : $"{name} is declared in {owner.ContainingAssembly.Name}, where this type is not known; declare it there, or give {name} a contract";
        }

        return owner.SpecialType != SpecialType.None ? $"{name} is not an aggregate"
            : domain.IsHere(owner) && (domain.HasAggregates || LooksLikeAggregate(owner)) ? $"{name} is not marked with [Aggregate] and is not the contract of an aggregate"
            : null;
    }

    private static bool LooksLikeAggregate(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && (ApplyReader.MethodsOf(type).Any() || ApplyReader.MethodsOf(type, "Handle").Any());
}
