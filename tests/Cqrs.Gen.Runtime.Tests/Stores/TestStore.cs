using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Runtime.Tests;

public enum StoreKind
{
    Memory,
    Sqlite,
}

/// <summary>A store that outlives the applications of a test, so that they can restart and run beside each other.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly MemoryEventStorage? _memory;
    private readonly string? _folder;
    private readonly List<CqrsApplication> _applications = [];

    public TestStore(StoreKind kind)
    {
        if (kind == StoreKind.Memory)
        {
            _memory = new();
        }
        else
        {
            _folder = Directory.CreateTempSubdirectory("cqrs-gen-").FullName;
        }
    }

    public string Path => System.IO.Path.Combine(_folder!, "test.db");

    public ObservedStorage Connect(Func<IEventStorage, IEventStorage>? wrap = null)
    {
        IEventStorage storage = _memory is null ? new SqliteEventStorage(new SqliteStorageOptions(Path)) : _memory;
        return new(wrap is null ? storage : wrap(storage), closes: _memory is null);
    }

    /// <summary>Starts an application as another process would: with a connection and a cache of its own.</summary>
    public CqrsApplication Start(Action<CqrsBuilder>? configure = null) => Start(out _, configure);

    public CqrsApplication Start(out ObservedStorage storage, Action<CqrsBuilder>? configure = null)
    {
        ObservedStorage connection = Connect();
        storage = connection;
        CqrsApplication application = CqrsApplication.Create(cqrs =>
        {
            cqrs.AddModule<TestsModule>().UseStorage(() => connection);
            configure?.Invoke(cqrs);
        });
        _applications.Add(application);
        return application;
    }

    public async Task<List<StoredEventRow>> ReadLogAsync()
    {
        ObservedStorage storage = Connect();
        await using EventStore store = new(storage);
        await store.OpenAsync();
        StoredEvents events = new();
        await store.ReadLogAsync(new(0, int.MaxValue), events);
        return events.Rows;
    }

    public async Task<StoredDocument?> ReadDocumentAsync(string query, string key)
    {
        await using EventStore store = new(Connect());
        await store.OpenAsync();
        return await store.ReadDocumentAsync(query, key);
    }

    /// <summary>Does to the file what no application can: the triggers that forbid it are dropped first, and afterwards the checksums that would show it.</summary>
    public Task TamperAsync(string sql) => RotAsync(sql + "; UPDATE events SET checksum = NULL; UPDATE snapshots SET checksum = NULL; UPDATE documents SET checksum = NULL");

    /// <summary>The same, and checksums stay what they were.</summary>
    public async Task RotAsync(string sql)
    {
        await using SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "DROP TRIGGER IF EXISTS events_stay; DROP TRIGGER IF EXISTS events_remain; DROP TRIGGER IF EXISTS event_types_stay; DROP TRIGGER IF EXISTS events_follow;" + sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0, "The statement changed nothing: " + sql);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (CqrsApplication application in _applications)
        {
            await application.DisposeAsync();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
