using Cqrs.Gen.Analyzers;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.CodeFixes;

/// <summary>A method that an aggregate lacks, as its diagnostic names it.</summary>
internal sealed class MissingMethod
{
    private MissingMethod(INamedTypeSymbol aggregate, INamedTypeSymbol message)
    {
        Aggregate = aggregate;
        Message = message;
    }

    /// <summary>The aggregate.</summary>
    public INamedTypeSymbol Aggregate { get; }

    /// <summary>The event or command that it does not take.</summary>
    public INamedTypeSymbol Message { get; }

    /// <summary>What the message names: the aggregate or its contract.</summary>
    public INamedTypeSymbol Owner => Message.AllInterfaces
        .Where(static i => i is { Arity: 1, Name: "ICommand" or "IEvent" })
        .Select(static i => i.TypeArguments[0])
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault(o => SymbolEqualityComparer.Default.Equals(o, Aggregate)) ?? ContractOf(Aggregate);

    /// <summary>Finds what the diagnostic names; null if it is no longer there, or if a method only needs another name.</summary>
    public static MissingMethod? Of(Diagnostic diagnostic, Compilation compilation) =>
        !diagnostic.Properties.ContainsKey(DiagnosticProperties.NearMiss)
        && Find(diagnostic, DiagnosticProperties.Aggregate, compilation) is { } aggregate && Find(diagnostic, DiagnosticProperties.Message, compilation) is { } message
            ? new(aggregate, message)
            : null;

    private static INamedTypeSymbol ContractOf(INamedTypeSymbol aggregate) => aggregate.GetAttributes()
        .Where(static a => a.AttributeClass?.Name == "AggregateAttribute")
        .SelectMany(static a => a.NamedArguments)
        .Where(static n => n.Key == "Contract")
        .Select(static n => n.Value.Value)
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault() ?? aggregate;

    private static INamedTypeSymbol? Find(Diagnostic diagnostic, string property, Compilation compilation) =>
        diagnostic.Properties.TryGetValue(property, out string? id) && id is not null
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) as INamedTypeSymbol
            : null;
}
