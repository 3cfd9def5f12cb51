namespace Cqrs.Gen.Analyzers;

/// <summary>
/// The ids of all rules. The thousands are the family: 1 aggregates, 2 events, 3 commands, 4 queries, 5 serialization and evolution, 6 composition.
/// An id is never renumbered and never reused. A rule's descriptor, page, tests and fix carry the name it has here.
/// </summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "CQG1001";
    public const string UnsupportedType = "CQG1002";
    public const string NoInitialState = "CQG1003";
    public const string HandleDoesNotBind = "CQG1004";
    public const string ApplyDoesNotBind = "CQG1005";
    public const string BoundTwice = "CQG1006";
    public const string MisnamedMethod = "CQG1007";
    public const string InheritedMethod = "CQG1008";
    public const string MutableState = "CQG1009";
    public const string ImpureApply = "CQG1101";
    public const string ImpureHandle = "CQG1102";
    public const string ThrowingApply = "CQG1103";
    public const string ChangingHandle = "CQG1104";
    public const string BlockingHandler = "CQG1105";
    public const string DroppedDecision = "CQG1106";
    public const string ReflectionSerialization = "CQG1107";
    public const string ExceptionForRefusal = "CQG1108";

    public const string EventHasNoApply = "CQG2001";
    public const string MessageNotUsable = "CQG2002";
    public const string MessageHasNoAggregate = "CQG2003";
    public const string MutableMessage = "CQG2004";
    public const string EventNeverRaised = "CQG2005";
    public const string UnsealedEvent = "CQG2006";

    public const string CommandHasNoHandle = "CQG3001";
    public const string HandleRaisesNothing = "CQG3002";

    public const string QueryConsumesNothing = "CQG4001";
    public const string QueryCannotBeInline = "CQG4002";
    public const string EventHasNoKey = "CQG4003";
    public const string KeyDoesNotBind = "CQG4004";
    public const string QueryNotExhaustive = "CQG4005";
    public const string QueryNotRun = "CQG4006";

    public const string MemberNotSerializable = "CQG5001";
    public const string NameNotWellFormed = "CQG5002";
    public const string NameClaimedTwice = "CQG5003";
    public const string NameNotPinned = "CQG5004";
    public const string NameClaimedElsewhere = "CQG5005";
    public const string VersionNotPositive = "CQG5006";

    public const string ModuleNotAdded = "CQG6001";
    public const string ServiceNotAdded = "CQG6002";
    public const string ModuleNameTaken = "CQG6003";

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => $"https://github.com/cqrs-gen/cqrs-gen/blob/main/analyzers/rules/{id}.md";
}
