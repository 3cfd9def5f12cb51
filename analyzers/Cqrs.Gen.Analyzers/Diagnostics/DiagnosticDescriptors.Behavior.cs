using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <content>Rules about what methods do. Their {0} is who, in quotes, {1} what, and {2} what then.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ImpureApply = new(
        DiagnosticIds.ImpureApply,
        "The same events always give the same state",
        "{0} {1}, {2}",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ImpureApply));

    public static readonly DiagnosticDescriptor ImpureHandle = new(
        DiagnosticIds.ImpureHandle,
        "A decision depends on the state, the command, the context and services",
        "{0} {1}, {2}",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ImpureHandle));

    public static readonly DiagnosticDescriptor ThrowingApply = new(
        DiagnosticIds.ThrowingApply,
        "What has happened cannot be refused",
        "{0} {1}, so what is recorded could no longer be read; refuse in Handle, before it is recorded",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ThrowingApply));

    public static readonly DiagnosticDescriptor ChangingHandle = new(
        DiagnosticIds.ChangingHandle,
        "Handle decides, Apply changes",
        "{0} {1}, which is lost or done twice, because only events are recorded; return an event and change the state in its Apply",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ChangingHandle));

    public static readonly DiagnosticDescriptor BlockingHandler = new(
        DiagnosticIds.BlockingHandler,
        "Handlers await",
        "{0} {1}, which holds a thread and can deadlock; {2}",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.BlockingHandler));

    public static readonly DiagnosticDescriptor DroppedDecision = new(
        DiagnosticIds.DroppedDecision,
        "A decision is returned",
        "This {0} is made and then dropped; return it",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.DroppedDecision));

    public static readonly DiagnosticDescriptor ReflectionSerialization = new(
        DiagnosticIds.ReflectionSerialization,
        "Events and commands are written by their generated code",
        "JsonSerializer.{0} looks at '{1}' by reflection, which a native binary cannot do and which knows nothing of its rules; {2}",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ReflectionSerialization));

    public static readonly DiagnosticDescriptor ExceptionForRefusal = new(
        DiagnosticIds.ExceptionForRefusal,
        "A refusal is a user error",
        "{0} {1}, which its caller sees as a failure of the program; return a UserError for what the caller can do something about",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ExceptionForRefusal));
}
