using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>What is wrong with an aggregate: its methods, its state, and the messages that another assembly declares for it.</summary>
internal static class AggregateFindings
{
    public static void Report(INamedTypeSymbol type, Domain domain, FindingReporter findings, CancellationToken cancellationToken)
    {
        if (AggregateReader.Read(type, findings, cancellationToken) is not { } aggregate)
        {
            return;
        }

        JsonShapeReader.ReadState(type, findings, cancellationToken);
        Mutability.ReportState(type, findings);
        Pinning.ReportAggregate(type, findings);
        NearMisses.Report(type, (kind, message) => IsLacking(kind, message, type, aggregate, domain, cancellationToken), findings);
        foreach (INamedTypeSymbol foreign in domain.ForeignMessagesOf(type))
        {
            // The other assembly's build does not know this aggregate, so it is said here.
            foreach (MessageModel message in MessageReader.Read(foreign, NoFindings.Instance).Where(m => m.Owner == aggregate.Contract))
            {
                Completeness.Check(message, foreign, type, culprit: type, domain, findings, cancellationToken);
                JsonShapeReader.ReadClosure(foreign, type.ContainingAssembly, findings, cancellationToken);
            }
        }
    }

    private static bool IsLacking(
        MessageKind kind, INamedTypeSymbol message, INamedTypeSymbol type, AggregateModel aggregate, Domain domain, CancellationToken cancellationToken) =>
        message.OwnersOf(kind).Any(owner => owner.FullName() == aggregate.Contract) && domain.MethodsOf(type, cancellationToken).Lacks(kind, message);
}
