using System.Threading;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads a class marked with <c>[Query]</c>.</summary>
internal static class QueryReader
{
    /// <summary>The query, or null if its other half cannot be written.</summary>
    public static QueryModel? Read(INamedTypeSymbol type, IFindingSink findings, CancellationToken cancellationToken)
    {
        // A class that is marked as both is the aggregate's finding.
        if (type.FindAttribute("AggregateAttribute") is not null || !DomainTypeReader.CanBeExtended(type, findings, cancellationToken))
        {
            return null;
        }

        string name = PersistedNames.OfQuery(type);
        if (!PersistedNames.IsWellFormed(name))
        {
            findings.Report(FindingKind.NameNotWellFormed, type, type.ShortName(), name);
        }

        EquatableArray<ApplierModel> appliers = ApplyReader.Read(type, ParameterReader.Allowed.EventContext, NotAnEvent, findings);
        if (!ApplyReader.MethodsOf(type).Any())
        {
            findings.Report(FindingKind.QueryConsumesNothing, type, type.ShortName());
        }

        string? initialState = DomainTypeReader.InitialState(type);
        if (initialState is null && !appliers.Any(static a => a.Shape == ApplierShape.Creates))
        {
            findings.Report(FindingKind.NoInitialState, type, type.ShortName());
        }

        EquatableArray<KeyModel> keys = KeyReader.Read(type, findings);
        ReportMissingKeys(type, appliers, keys, findings);
        EquatableArray<SourceModel> sources = ReadSources(type);
        return new(type.ToModel(), name, IsInline(type, sources, keys, findings), initialState, sources, appliers, keys);
    }

    private static string? NotAnEvent(INamedTypeSymbol e) =>
        e.OwnersOf(MessageKind.Event).Any() ? null : $"its first parameter, {e.ShortName()}, is not an event: it does not implement IEvent<TAggregate>";

    private static EquatableArray<SourceModel> ReadSources(INamedTypeSymbol type)
    {
        IEnumerable<SourceModel> sources =
            from method in ApplyReader.MethodsOf(type)
            where method.Parameters.Length > 0
            let e = method.Parameters[0].Type as INamedTypeSymbol
            where e is not null
            from owner in e.OwnersOf(MessageKind.Event)
            select new SourceModel(PersistedNames.OfAggregate(owner), PersistedNames.OfEvent(e));
        return sources.Distinct()
            .OrderBy(static s => s.Aggregate, StringComparer.Ordinal)
            .ThenBy(static s => s.Event, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static bool IsInline(INamedTypeSymbol type, EquatableArray<SourceModel> sources, EquatableArray<KeyModel> keys, IFindingSink findings)
    {
        const int inline = 1;
        const int asynchronous = 2;
        int wanted = type.FindAttribute("QueryAttribute")?.NamedArguments.FirstOrDefault(static a => a.Key == "Consistency").Value.Value as int? ?? 0;
        string? reason =
            keys.Count > 0 ? "it has Key methods, so its documents change under several aggregates at once"
            : sources.Select(static s => s.Aggregate).Distinct().Count() > 1 ? "it consumes events of several aggregates, whose versions cannot all guard one document"
            : null;
        reason ??= wanted == asynchronous ? "it is declared so" : null;
        if (reason is not null)
        {
            findings.Report(wanted == inline ? FindingKind.QueryCannotBeInline : FindingKind.QueryNotRun, type, type.ShortName(), reason);
        }

        return reason is null;
    }

    private static void ReportMissingKeys(INamedTypeSymbol type, EquatableArray<ApplierModel> appliers, EquatableArray<KeyModel> keys, IFindingSink findings)
    {
        // A Key method whose event cannot be found may be the one that seems to be missing.
        if (keys.Count == 0 || ApplyReader.MethodsOf(type, "Key").Any(static key => key.Parameters.Any(static p => p.Type is IErrorTypeSymbol)))
        {
            return;
        }

        foreach (IMethodSymbol apply in ApplyReader.MethodsOf(type))
        {
            if (apply.Parameters.Length > 0
                && apply.Parameters[0].Type is INamedTypeSymbol e
                && appliers.Any(a => a.Event == e.FullName())
                && !ApplyReader.MethodsOf(type, "Key").Any(key => key.Parameters.Length > 0 && e.IsOrDerivesFrom(key.Parameters[0].Type)))
            {
                findings.Report(FindingKind.EventHasNoKey, type, type.ShortName(), e.ShortName());
            }
        }
    }
}
