namespace Cqrs.Gen.Analyzers;

/// <summary>What diagnostics carry for their fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The documentation id of the aggregate that lacks a method.</summary>
    public const string Aggregate = "Aggregate";

    /// <summary>The documentation id of the event or command that no method takes.</summary>
    public const string Message = "Message";

    /// <summary>There if a method takes the message under a name that is nearly right: to rename it is better than to write another one.</summary>
    public const string NearMiss = "NearMiss";

    /// <summary>The name that a method should have, or under which a type is stored.</summary>
    public const string Name = "Name";

    /// <summary>The attribute that gives a type its name: <c>Aggregate</c>, <c>Query</c> or <c>Event</c>.</summary>
    public const string Attribute = "Attribute";
}
