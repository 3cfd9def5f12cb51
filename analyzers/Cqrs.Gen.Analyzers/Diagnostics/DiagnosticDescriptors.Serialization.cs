using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <content>Rules about what is stored: its JSON and its names.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor MemberNotSerializable = new(
        DiagnosticIds.MemberNotSerializable,
        "Every stored member has a JSON form",
        "{0} cannot be stored: {1}",
        Categories.Serialization,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.MemberNotSerializable),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NameNotWellFormed = new(
        DiagnosticIds.NameNotWellFormed,
        "A persisted name is well-formed",
        "The persisted name \"{1}\" of '{0}' is not well-formed; use 1 to 128 characters of a-z, 0-9, '-', '.' and '_'",
        Categories.Serialization,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NameNotWellFormed),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NameClaimedTwice = new(
        DiagnosticIds.NameClaimedTwice,
        "A persisted name is claimed once",
        "The persisted name \"{0}\" of '{2}' is already that of '{1}'; rename one of them",
        Categories.Serialization,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NameClaimedTwice),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);
}
