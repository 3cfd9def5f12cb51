using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>Everything the runtime logs, in one place. Faults that reach the caller are not logged as well: whoever handles them does that.</summary>
internal static partial class Log
{
    public const string Category = "Cqrs.Gen";

    [LoggerMessage(1, LogLevel.Information, "The event store is open: {Aggregates} aggregate(s), {Queries} query(ies) from the modules {Modules}.")]
    public static partial void Opened(this ILogger log, int aggregates, int queries, string modules);

    [LoggerMessage(10, LogLevel.Debug, "The {Aggregate} \"{AggregateId}\" was changed by another process while {Command} was decided (attempt {Attempt}); it is decided again.")]
    public static partial void Conflict(this ILogger log, string aggregate, string aggregateId, Type command, int attempt);

    [LoggerMessage(11, LogLevel.Debug, "{Command} on the {Aggregate} \"{AggregateId}\" was refused: {Code}.")]
    public static partial void Refused(this ILogger log, Type command, string aggregate, string aggregateId, string code);

    [LoggerMessage(20, LogLevel.Warning, "The snapshot of the {Aggregate} \"{AggregateId}\" cannot be read and is ignored; the stream is replayed.")]
    public static partial void SnapshotUnreadable(this ILogger log, Exception fault, string aggregate, string aggregateId);

    [LoggerMessage(21, LogLevel.Error, "The state of the {Aggregate} \"{AggregateId}\" cannot be written as a snapshot; its events were recorded without one.")]
    public static partial void SnapshotUnwritable(this ILogger log, Exception fault, string aggregate, string aggregateId);

    [LoggerMessage(22, LogLevel.Error, "The snapshot of the {Aggregate} \"{AggregateId}\" is damaged in the store and is ignored; the stream is replayed. Check the disk.")]
    public static partial void SnapshotDamaged(this ILogger log, string aggregate, string aggregateId);

    [LoggerMessage(30, LogLevel.Debug, "The document \"{Key}\" of the query {Query} was made by other logic; it is made again from the stream.")]
    public static partial void DocumentOfOtherLogic(this ILogger log, string query, string key);

    [LoggerMessage(31, LogLevel.Warning, "The document \"{Key}\" of the query {Query} cannot be read; it is made again from the stream.")]
    public static partial void DocumentUnreadable(this ILogger log, Exception fault, string query, string key);

    [LoggerMessage(32, LogLevel.Error, "The document \"{Key}\" of the query {Query} is damaged in the store; it is made again from the stream. Check the disk.")]
    public static partial void DocumentDamaged(this ILogger log, string query, string key);
}
