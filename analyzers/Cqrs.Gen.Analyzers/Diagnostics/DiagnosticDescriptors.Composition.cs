using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <content>Rules about how an application is put together.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ModuleNotAdded = new(
        DiagnosticIds.ModuleNotAdded,
        "The module of an executed command is added",
        "'{0}' belongs to the module '{1}', which this application does not add, so its command cannot be executed; add it with AddModule<{1}>()",
        Categories.Composition,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ModuleNotAdded),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ServiceNotAdded = new(
        DiagnosticIds.ServiceNotAdded,
        "The services of handlers are added",
        "'{0}' takes the service '{1}', which nothing adds to this application; add it with AddService<{1}>(…)",
        Categories.Composition,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ServiceNotAdded),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ModuleNameTaken = new(
        DiagnosticIds.ModuleNameTaken,
        "The name of the module is free",
        "'{0}' has the name of the module that is generated for this project; rename it, or give the module another name with <CqrsModuleName> in the project file",
        Categories.Composition,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ModuleNameTaken),
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
