using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// No persisted name means two things: aggregates and queries have names of their own in an assembly, events and commands in their aggregate.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersistedNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.NameClaimedTwice];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            ConcurrentBag<Claim> claims = [];
            start.RegisterSymbolAction(symbol => Collect((INamedTypeSymbol)symbol.Symbol, claims), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(claims, end.ReportDiagnostic));
        });
    }

    private static void Collect(INamedTypeSymbol type, ConcurrentBag<Claim> claims)
    {
        if (type.FindAttribute("AggregateAttribute") is not null)
        {
            claims.Add(new("aggregate", PersistedNames.OfAggregate(type), 1, type));
            foreach (INamedTypeSymbol foreign in AggregateReader.ForeignMessages(type))
            {
                CollectMessages(foreign, claims);
            }
        }
        else if (type.FindAttribute("QueryAttribute") is not null)
        {
            claims.Add(new("query", PersistedNames.OfQuery(type), 1, type));
        }

        CollectMessages(type, claims);
    }

    private static void CollectMessages(INamedTypeSymbol type, ConcurrentBag<Claim> claims)
    {
        foreach (MessageModel message in MessageReader.Read(type, NoFindings.Instance))
        {
            claims.Add(new($"{message.Kind} of {message.Owner}", message.Name, message.Version, type));
        }
    }

    private static void Report(IEnumerable<Claim> claims, Action<Diagnostic> report)
    {
        ReportedFindings reported = new();
        foreach (IGrouping<(string Space, string Name, int Version), Claim> same in claims.Distinct().GroupBy(static c => (c.Space, c.Name, c.Version)))
        {
            Claim[] ordered = [.. same.OrderBy(static c => c.Type.Locations[0].IsInSource).ThenBy(static c => c.Type.FullName(), StringComparer.Ordinal)];
            foreach (Claim later in ordered.Skip(1))
            {
                new FindingReporter(report, reported, later.Type)
                    .Report(FindingKind.NameClaimedTwice, later.Type, later.Name, ordered[0].Type.ShortName(), later.Type.ShortName());
            }
        }
    }

    private readonly struct Claim(string space, string name, int version, INamedTypeSymbol type) : IEquatable<Claim>
    {
        public string Space { get; } = space;

        public string Name { get; } = name;

        public int Version { get; } = version;

        public INamedTypeSymbol Type { get; } = type;

        public bool Equals(Claim other) => Space == other.Space && SymbolEqualityComparer.Default.Equals(Type, other.Type);

        public override bool Equals(object? obj) => obj is Claim other && Equals(other);

        public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
    }
}
