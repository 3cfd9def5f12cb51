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

    public static readonly DiagnosticDescriptor NameNotPinned = new(
        DiagnosticIds.NameNotPinned,
        "A persisted name does not depend on the name of a class",
        "'{0}' is stored under the name \"{1}\", which follows from the name of the class; pin it with [{2}(\"{1}\")], so that the class can be renamed",
        Categories.Serialization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NameNotPinned));

    public static readonly DiagnosticDescriptor NameClaimedElsewhere = new(
        DiagnosticIds.NameClaimedElsewhere,
        "Assemblies that are used together claim different names",
        "The persisted name \"{0}\" of '{1}' in {2} is also that of '{3}' in {4}; both could not be in one application: rename one of them",
        Categories.Serialization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NameClaimedElsewhere),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor VersionNotPositive = new(
        DiagnosticIds.VersionNotPositive,
        "The version of an event is at least 1",
        "The version {1} of the event '{0}' is less than 1, so no store would take the event; versions count from 1",
        Categories.Serialization,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.VersionNotPositive),
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
