using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Reads whatever there is to read, with statements of its own. It neither waits for writers nor holds them up.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly ReaderConnection _connection;
    private readonly EventRow _row;
    private StreamRead? _stream;
    private LogRead? _log;
    private DocumentRead? _document;

    public Reader(PostgreSqlStorageOptions options, NpgsqlConnection connection, NameTable names)
    {
        _connection = new(options, connection, names);
        _row = new(_connection);
    }

    /// <summary>Whether it was used before: then the server may have closed the connection meanwhile.</summary>
    public bool WasIdle { get; private set; }

    public bool IsBroken => _connection.Abandoned is not null || _connection.IsClosed;

    /// <inheritdoc cref="ReaderConnection.HasReceived"/>
    public bool HasReceived => _connection.HasReceived;

    public StreamRead Stream => _stream ??= new(_connection, _row);

    public LogRead Log => _log ??= new(_connection, _row);

    public DocumentRead Document => _document ??= new(_connection);

    /// <inheritdoc cref="NameTable.TryLoadAsync"/>
    public ValueTask<bool> TryLoadNamesAsync(CancellationToken cancellationToken) => _connection.Names.TryLoadAsync(_connection.Connection, cancellationToken);

    /// <summary>Ends a use.</summary>
    public void Rest()
    {
        WasIdle = true;
        _connection.HasReceived = false;
    }

    /// <summary>Closes the connection; one that was given up in the middle of a use, when that ends.</summary>
    public ValueTask DisposeAsync()
    {
        if (_connection.Abandoned is { } use)
        {
            _ = CloseAfterAsync(use);
            return ValueTask.CompletedTask;
        }

        return CloseAsync();
    }

    private async Task CloseAfterAsync(Task use)
    {
        await use.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync().ConfigureAwait(false);
    }

    private ValueTask CloseAsync()
    {
        _stream?.Dispose();
        _log?.Dispose();
        _document?.Dispose();
        return _connection.DisposeAsync();
    }
}
