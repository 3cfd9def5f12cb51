using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Something to read, with whatever reader there is.</summary>
internal interface IReading<T>
{
    ValueTask<T> RunAsync(Reader reader, CancellationToken cancellationToken);
}

internal readonly record struct StreamReading(StreamReadRequest Request, IStreamSink Sink) : IReading<bool>
{
    /// <returns>True.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> RunAsync(Reader reader, CancellationToken cancellationToken)
    {
        for (StreamReadRequest? left = Request; left is { } request;)
        {
            left = await reader.Stream.ReadAsync(request, Sink, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}

internal readonly record struct LogReading(LogReadRequest Request, IEventSink Sink) : IReading<long>
{
    public ValueTask<long> RunAsync(Reader reader, CancellationToken cancellationToken) => reader.Log.ReadAsync(Request, Sink, cancellationToken);
}

internal readonly record struct DocumentReading(string Query, string Key) : IReading<StoredDocument?>
{
    public ValueTask<StoredDocument?> RunAsync(Reader reader, CancellationToken cancellationToken) => reader.Document.ReadAsync(Query, Key, cancellationToken);
}

internal readonly record struct NamesReading : IReading<bool>
{
    /// <returns>Whether there is a table of names.</returns>
    public ValueTask<bool> RunAsync(Reader reader, CancellationToken cancellationToken) => reader.TryLoadNamesAsync(cancellationToken);
}
