using System.Globalization;
using Cqrs.Gen.PostgreSql;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>What the process is told to do, as its arguments: the store, then words of the form name=value.</summary>
internal sealed class Orders
{
    /// <summary>The store: <c>sqlite:path</c>, <c>postgresql:schema:connection string</c>, or <c>memory</c>.</summary>
    public required string Store { get; init; }

    /// <summary>The number of the first caller.</summary>
    public int First { get; init; }

    /// <summary>How many callers.</summary>
    public int Callers { get; init; } = 64;

    /// <summary>How many aggregates they share.</summary>
    public int Aggregates { get; init; } = 16;

    /// <summary>The last command of each caller.</summary>
    public long Until { get; init; } = long.MaxValue;

    /// <summary>Whether acknowledgements precede the commit: the bug that shows that the check can fail.</summary>
    public bool AcknowledgesEarly { get; init; }

    /// <summary>Whether it lets other processes append first: the bug that shows that the check can fail.</summary>
    public bool IsPolite { get; init; }

    /// <summary>Whether a command that is sent again gets another id: the mistake that command ids are there to avoid.</summary>
    public bool RenamesRetries { get; init; }

    /// <summary>How many readers follow the log meanwhile.</summary>
    public int Followers { get; init; }

    /// <summary>The number of the write or sync on which the process kills itself, 0 for none; SQLite only.</summary>
    public int KilledAt { get; init; }

    /// <summary>The store to copy the log to, null to execute commands.</summary>
    public string? CopyTo { get; init; }

    /// <summary>The file where a copy notes how far it is before it is there: the bug that shows that the check can fail.</summary>
    public string? Notes { get; init; }

    /// <summary>How many sequences of appends to compare with the model, instead of executing commands.</summary>
    public int Sequences { get; init; }

    /// <summary>How many histories of callers at the same time to check, instead of executing commands.</summary>
    public int Histories { get; init; }

    /// <summary>Whether to run the scenarios that every store must pass, instead of executing commands.</summary>
    public bool Conforms { get; init; }

    public static Orders Parse(string[] args)
    {
        Dictionary<string, string> words = args.Skip(1).Select(static a => a.Split('=', 2)).ToDictionary(static w => w[0], static w => w[1]);
        return new()
        {
            Store = args[0],
            First = (int)Number("first", 0),
            Callers = (int)Number("callers", 64),
            Aggregates = (int)Number("aggregates", 16),
            Until = Number("until", long.MaxValue),
            AcknowledgesEarly = Number("early", 0) != 0,
            IsPolite = Number("polite", 0) != 0,
            Followers = (int)Number("followers", 0),
            KilledAt = (int)Number("killed", 0),
            RenamesRetries = Number("renames", 0) != 0,
            CopyTo = words.GetValueOrDefault("copy"),
            Notes = words.GetValueOrDefault("notes"),
            Sequences = (int)Number("sequences", 0),
            Histories = (int)Number("histories", 0),
            Conforms = Number("conforms", 0) != 0,
        };

        long Number(string name, long otherwise) => words.TryGetValue(name, out string? value) ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    }

    public IEventStorage Create()
    {
        if (KilledAt > 0)
        {
            WatchedFiles.Watch(Path.GetDirectoryName(Store["sqlite:".Length..])!, new FailingDisk(Failure.Kill, KilledAt));
        }

        IEventStorage storage = Open(Store);
        return AcknowledgesEarly ? new EarlyStorage(storage) : IsPolite ? new PoliteStorage(storage) : storage;
    }

    /// <param name="store">The store that is meant.</param>
    /// <param name="isImpatient">Whether it waits for no lock of another process; SQLite only.</param>
    public static IEventStorage Open(string store, bool isImpatient = false)
    {
        string[] parts = store.Split(':', 3);
        return parts[0] switch
        {
            "memory" => new MemoryEventStorage(),
            "sqlite" => new SqliteEventStorage(new SqliteStorageOptions(store[(parts[0].Length + 1)..]) { LockTimeout = TimeSpan.FromSeconds(isImpatient ? 0 : 10) }),
            _ => new PostgreSqlEventStorage(new PostgreSqlStorageOptions(parts[2]) { Schema = parts[1] }),
        };
    }

    /// <summary>The nth store beside a store.</summary>
    public static string Beside(string store, int n)
    {
        string[] parts = store.Split(':', 3);
        return parts[0] switch
        {
            "memory" => store,
            "sqlite" => string.Create(CultureInfo.InvariantCulture, $"{store}.{n}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"postgresql:{parts[1]}_{n}:{parts[2]}"),
        };
    }
}
