using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <content>Rules about events and commands.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor EventHasNoApply = new(
        DiagnosticIds.EventHasNoApply,
        "Every event is applied",
        "'{0}' has no Apply for its event '{1}'; write one, or mark the event with [Event(ChangesNoState = true)] if it changes nothing",
        Categories.Events,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.EventHasNoApply));

    public static readonly DiagnosticDescriptor MessageNotUsable = new(
        DiagnosticIds.MessageNotUsable,
        "An event or command is a type that generated code can name",
        "'{0}' cannot be used as an event or command: {1}",
        Categories.Events,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MessageNotUsable),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor MessageHasNoAggregate = new(
        DiagnosticIds.MessageHasNoAggregate,
        "An event or command belongs to an aggregate",
        "'{0}' belongs to no aggregate: {1}",
        Categories.Events,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MessageHasNoAggregate));

    public static readonly DiagnosticDescriptor CommandHasNoHandle = new(
        DiagnosticIds.CommandHasNoHandle,
        "Every command is handled",
        "'{0}' has no Handle for its command '{1}'; write one, or remove the command",
        Categories.Commands,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.CommandHasNoHandle));
}
