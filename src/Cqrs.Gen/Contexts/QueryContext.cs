namespace Cqrs.Gen;

/// <summary>A query's document and the state of the log it shows.</summary>
/// <typeparam name="TQuery">The query's class.</typeparam>
/// <param name="Key">The document's key: the aggregate's id unless the query has <c>Key</c> methods.</param>
/// <param name="Version">The sequence of the last event of the aggregate that the document has seen.</param>
/// <param name="Payload">The document; a copy of the caller's own.</param>
public sealed record QueryContext<TQuery>(string Key, long Version, TQuery Payload)
    where TQuery : class;
