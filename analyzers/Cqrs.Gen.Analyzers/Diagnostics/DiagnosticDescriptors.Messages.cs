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

    public static readonly DiagnosticDescriptor MutableMessage = new(
        DiagnosticIds.MutableMessage,
        "Events and commands are immutable",
        "'{0}' can be changed after it was made, although a message says what was; {1}",
        Categories.Events,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MutableMessage));

    public static readonly DiagnosticDescriptor EventNeverRaised = new(
        DiagnosticIds.EventNeverRaised,
        "Every event is raised",
        "Nothing makes the event '{0}', so '{1}' never raises it; raise it, remove it, or mark it with [Event(Retired = true)] if it is only read",
        Categories.Events,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.EventNeverRaised),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnsealedEvent = new(
        DiagnosticIds.UnsealedEvent,
        "An event is sealed",
        "'{0}' is not sealed, although nothing derives from it; a value of a derived class could not be stored; seal it",
        Categories.Events,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.UnsealedEvent));

    public static readonly DiagnosticDescriptor HandleRaisesNothing = new(
        DiagnosticIds.HandleRaisesNothing,
        "A command can lead to an event",
        "'{0}' can never raise an event, so nothing is ever recorded of its command; return the event that the command leads to",
        Categories.Commands,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.HandleRaisesNothing));
}
