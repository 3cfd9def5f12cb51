using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <content>Rules about queries.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor QueryConsumesNothing = new(
        DiagnosticIds.QueryConsumesNothing,
        "A query consumes an event",
        "'{0}' has no Apply method, so it consumes no event and never has a document; write an Apply for each event it is made from",
        Categories.Queries,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.QueryConsumesNothing));

    public static readonly DiagnosticDescriptor QueryCannotBeInline = new(
        DiagnosticIds.QueryCannotBeInline,
        "An inline query follows one aggregate under its id",
        "'{0}' cannot be inline: {1}; make it QueryConsistency.Asynchronous",
        Categories.Queries,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.QueryCannotBeInline),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor EventHasNoKey = new(
        DiagnosticIds.EventHasNoKey,
        "A query with Key methods has one for every event",
        "'{0}' has Key methods, but none for '{1}', which it consumes; write one",
        Categories.Queries,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.EventHasNoKey),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor KeyDoesNotBind = new(
        DiagnosticIds.KeyDoesNotBind,
        "Every Key method gives the keys of an event",
        "'{0}' would never be called: {1}",
        Categories.Queries,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KeyDoesNotBind));

    public static readonly DiagnosticDescriptor QueryNotExhaustive = new(
        DiagnosticIds.QueryNotExhaustive,
        "An exhaustive query consumes every event of its sources",
        "'{0}' is marked as exhaustive, but has no Apply for the event '{1}'; write one, if only an empty one",
        Categories.Queries,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.QueryNotExhaustive));

    public static readonly DiagnosticDescriptor QueryNotRun = new(
        DiagnosticIds.QueryNotRun,
        "A query is one that this version runs",
        "'{0}' is asynchronous, because {1}; this version has no engine that runs asynchronous queries, so it has no documents and reading it throws",
        Categories.Queries,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.QueryNotRun));
}
