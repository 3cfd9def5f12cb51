using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>A connection that reads, with its statements. It neither waits for writers nor holds them up.</summary>
internal sealed class Reader(PostgreSqlStorageOptions options, NpgsqlConnection connection, NameTable names) : IAsyncDisposable
{
    private readonly EventRow _row = new(options);
    private StreamRead? _stream;
    private LogRead? _log;
    private DocumentRead? _document;

    /// <summary>Whether it was used before: then the server may have closed the connection meanwhile.</summary>
    public bool WasIdle { get; set; }

    public bool IsBroken => connection.FullState != System.Data.ConnectionState.Open;

    /// <summary>Whether the last use received rows.</summary>
    public bool HasReceived => _stream is { HasReceived: true } || _log is { HasReceived: true } || _document is { Query.HasReceived: true };

    public StreamRead Stream => _stream ??= new(options, connection, _row, names);

    public LogRead Log => _log ??= new(options, connection, _row, names);

    public DocumentRead Document => _document ??= new(options, connection);

    /// <inheritdoc cref="NameTable.TryLoadAsync"/>
    public ValueTask<bool> TryLoadNamesAsync(CancellationToken cancellationToken) => names.TryLoadAsync(connection, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _row.Dispose();
        _stream?.Dispose();
        _log?.Dispose();
        _document?.Dispose();
        return connection.DisposeAsync();
    }
}
