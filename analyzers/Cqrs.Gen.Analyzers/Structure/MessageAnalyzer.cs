using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// Reads every event and command as the generator does, and asks the aggregate that it names whether it is taken. All of it follows from the message and
/// that aggregate, so it shows while typing and not only at the end of a compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => FindingDescriptors.Local;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            Domain domain = new(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, domain), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Domain domain)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (!(type.IsMessage(MessageKind.Event) || type.IsMessage(MessageKind.Command)) || !type.IsSound())
        {
            return;
        }

        FindingReporter findings = new(context.ReportDiagnostic);
        foreach (MessageModel message in MessageReader.Read(type, findings))
        {
            INamedTypeSymbol owner = type.OwnersOf(message.Kind).First(o => o.FullName() == message.Owner);
            if (!owner.IsSoundType())
            {
                continue;
            }

            if (domain.AggregateOf(owner) is { } aggregate)
            {
                Completeness.Check(message, type, aggregate, culprit: type, domain, findings, context.CancellationToken);
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

        return domain.IsHere(owner) && (domain.HasAggregates || LooksLikeAggregate(owner))
            ? $"{name} is not marked with [Aggregate] and is not the contract of an aggregate"
            : null;
    }

    private static bool LooksLikeAggregate(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && (ApplyReader.MethodsOf(type).Any() || ApplyReader.MethodsOf(type, "Handle").Any());
}
