namespace Cqrs.Gen;

/// <summary>
/// Marks a <c>partial</c> class as a query (a read model): the generator writes its other half from its <c>Apply</c> and <c>Key</c> methods.
/// </summary>
/// <remarks>
/// Without <c>Key</c> methods there is one document for each aggregate, under the aggregate's id. A static <c>Key(TEvent)</c>
/// that returns a string, or several, spreads an event to other documents; such a query is always asynchronous.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class QueryAttribute : Attribute
{
    /// <summary>Names the query by the kebab-case of its type's name.</summary>
    public QueryAttribute()
    {
    }

    /// <summary>Names the query explicitly, so that renaming the class does not orphan its documents.</summary>
    /// <param name="name">The persisted name: 1 to 128 characters of <c>a-z</c>, <c>0-9</c>, <c>-</c>, <c>.</c> and <c>_</c>.</param>
    public QueryAttribute(string name) => Name = name;

    /// <summary>The persisted name, or null to derive it from the type's name.</summary>
    public string? Name { get; }

    /// <summary>When documents change relative to the events. <see cref="QueryConsistency.Default"/> unless set.</summary>
    public QueryConsistency Consistency { get; set; }

    /// <summary>
    /// True if the query means to consume every event of the aggregates of which it consumes any: one without an <c>Apply</c> is then an error of the
    /// build. False unless set.
    /// </summary>
    public bool Exhaustive { get; set; }
}
