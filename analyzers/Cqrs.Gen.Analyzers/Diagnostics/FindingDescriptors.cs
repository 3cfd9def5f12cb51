using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Which rule speaks of a finding: the one of the same name.</summary>
internal static class FindingDescriptors
{
    /// <summary>The rules of all findings but those that need the whole compilation.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Local =
    [
        .. Enum.GetValues(typeof(FindingKind)).Cast<FindingKind>().Where(static kind => kind is not (FindingKind.NameClaimedTwice or FindingKind.EventNeverRaised)).Select(Of),
    ];

    public static DiagnosticDescriptor Of(FindingKind kind) => kind switch
    {
        FindingKind.NotPartial => DiagnosticDescriptors.NotPartial,
        FindingKind.UnsupportedType => DiagnosticDescriptors.UnsupportedType,
        FindingKind.NoInitialState => DiagnosticDescriptors.NoInitialState,
        FindingKind.HandleDoesNotBind => DiagnosticDescriptors.HandleDoesNotBind,
        FindingKind.ApplyDoesNotBind => DiagnosticDescriptors.ApplyDoesNotBind,
        FindingKind.KeyDoesNotBind => DiagnosticDescriptors.KeyDoesNotBind,
        FindingKind.BoundTwice => DiagnosticDescriptors.BoundTwice,
        FindingKind.MisnamedMethod => DiagnosticDescriptors.MisnamedMethod,
        FindingKind.InheritedMethod => DiagnosticDescriptors.InheritedMethod,
        FindingKind.MutableState => DiagnosticDescriptors.MutableState,
        FindingKind.MutableMessage => DiagnosticDescriptors.MutableMessage,
        FindingKind.EventNeverRaised => DiagnosticDescriptors.EventNeverRaised,
        FindingKind.EventHasNoApply => DiagnosticDescriptors.EventHasNoApply,
        FindingKind.CommandHasNoHandle => DiagnosticDescriptors.CommandHasNoHandle,
        FindingKind.MessageHasNoAggregate => DiagnosticDescriptors.MessageHasNoAggregate,
        FindingKind.MessageNotUsable => DiagnosticDescriptors.MessageNotUsable,
        FindingKind.NameClaimedTwice => DiagnosticDescriptors.NameClaimedTwice,
        FindingKind.NameNotWellFormed => DiagnosticDescriptors.NameNotWellFormed,
        FindingKind.VersionNotPositive => DiagnosticDescriptors.VersionNotPositive,
        FindingKind.QueryConsumesNothing => DiagnosticDescriptors.QueryConsumesNothing,
        FindingKind.QueryCannotBeInline => DiagnosticDescriptors.QueryCannotBeInline,
        FindingKind.EventHasNoKey => DiagnosticDescriptors.EventHasNoKey,
        FindingKind.UnsealedEvent => DiagnosticDescriptors.UnsealedEvent,
        FindingKind.QueryNotExhaustive => DiagnosticDescriptors.QueryNotExhaustive,
        FindingKind.QueryNotRun => DiagnosticDescriptors.QueryNotRun,
        FindingKind.NameNotPinned => DiagnosticDescriptors.NameNotPinned,
        FindingKind.MemberNotSerializable => DiagnosticDescriptors.MemberNotSerializable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A finding without a rule."),
    };
}
