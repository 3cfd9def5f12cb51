using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>The rules by their names. Where nothing can be generated, the error cannot be configured away.</summary>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial,
        "An aggregate or query is partial",
        "'{1}' must be partial, because the other half of '{0}' is generated; add the modifier",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NotPartial),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        DiagnosticIds.UnsupportedType,
        "An aggregate or query is a plain class or record",
        "'{0}' is {1}, so its other half cannot be generated; make it a class or record of its own that is neither static, abstract, generic, private nor local to its file",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.UnsupportedType),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoInitialState = new(
        DiagnosticIds.NoInitialState,
        "An aggregate or query has a first state",
        "'{0}' has no constructor that can be called without arguments and no static Apply that returns it, so it has no first state; add one of the two",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NoInitialState),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor HandleDoesNotBind = new(
        DiagnosticIds.HandleDoesNotBind,
        "Every Handle method handles a command",
        "'{0}' would never be called: {1}",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.HandleDoesNotBind));

    public static readonly DiagnosticDescriptor ApplyDoesNotBind = new(
        DiagnosticIds.ApplyDoesNotBind,
        "Every Apply method applies an event",
        "'{0}' would never be called: {1}",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ApplyDoesNotBind));

    public static readonly DiagnosticDescriptor BoundTwice = new(
        DiagnosticIds.BoundTwice,
        "One method for one command or event",
        "'{0}' has more than one {1} method for '{2}', and only one could be called; keep one",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.BoundTwice),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor MisnamedMethod = new(
        DiagnosticIds.MisnamedMethod,
        "A method for a command or event has the name that is called",
        "'{0}' takes '{1}', but would never be called: only methods named {2} are; rename it",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MisnamedMethod));

    public static readonly DiagnosticDescriptor InheritedMethod = new(
        DiagnosticIds.InheritedMethod,
        "A class has its Handle and Apply methods itself",
        "'{0}' inherits '{1}', which would never be called: only the class's own methods are; write an own {2} for '{3}' that calls it",
        Categories.Aggregates,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.InheritedMethod));

    public static readonly DiagnosticDescriptor MutableState = new(
        DiagnosticIds.MutableState,
        "Only Apply changes the state",
        "'{0}' can be set from outside, so the state could change without an event; {1}",
        Categories.Aggregates,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MutableState));
}
