using Cqrs.Gen.Storage;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Faults;

/// <summary>
/// The power goes while SQLite writes: what was synced stays, and of each sector of 512 bytes that was not, the old, the new, or a mixture. Made from a record of all that
/// SQLite asked of the disk, at every moment of it.
/// </summary>
public sealed class PowerLossTests
{
    private const string CheckpointsOften = "PRAGMA wal_autocheckpoint = 50";
    private const int StatesOfOneRecord = 200;

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_and_the_file_is_sound()
    {
        int states = Counts.Of(400, 10_000);
        (int lost, int damaged, int moments) = await LoseAsync(states, path => new TunedStorage(path, CheckpointsOften));

        TestContext.Current.TestOutputHelper?.WriteLine($"{states} states of {moments} moments: {lost} with a loss, {damaged} damaged");
        Assert.Equal((0, 0), (lost, damaged));
    }

    [Fact]
    public async Task Nothing_is_lost_by_the_store_as_it_is_either()
    {
        (int lost, int damaged, _) = await LoseAsync(Counts.Of(50, 2_000), static path => Orders.Open("sqlite:" + path));

        Assert.Equal((0, 0), (lost, damaged));
    }

    [Fact]
    public async Task A_store_that_does_not_sync_at_every_commit_is_found_out()
    {
        int states = Counts.Of(60, 400);
        (int lost, int damaged, _) = await LoseAsync(states, path => new TunedStorage(path, CheckpointsOften + "; PRAGMA synchronous = NORMAL"));

        TestContext.Current.TestOutputHelper?.WriteLine($"synchronous = NORMAL: {lost} of {states} states with a loss, {damaged} damaged");
        Assert.InRange(lost, states / 10, states);
        Assert.Equal(0, damaged);
    }

    private static async Task<(int Lost, int Damaged, int Moments)> LoseAsync(int states, Func<string, IEventStorage> open)
    {
        int lost = 0;
        int damaged = 0;
        int moments = 0;
        Random random = new(1);
        for (int done = 0; done < states;)
        {
            IReadOnlyList<DiskOperation> operations = await RecordAsync(open);
            moments += operations.Count;
            for (int i = 0; i < StatesOfOneRecord && done < states; i++, done++)
            {
                using TemporaryFolder folder = new();
                CrashState state = CrashState.After(operations, random.Next(operations.Count + 1));
                state.Write(folder.Path, random);
                string path = Path.Combine(folder.Path, "events.db");
                (IReadOnlyList<Breach> breaches, _) = await LogCheck.RunAsync(() => Orders.Open("sqlite:" + path), state.Ledger.Acks);
                lost += breaches.Any(static b => b.Promise == Promise.NothingLost) ? 1 : 0;
                damaged += breaches.Any(static b => b.Promise != Promise.NothingLost) || !IsSound(path) ? 1 : 0;
            }
        }

        return (lost, damaged, moments);
    }

    private static async Task<IReadOnlyList<DiskOperation>> RecordAsync(Func<string, IEventStorage> open)
    {
        using TemporaryFolder folder = new();
        RecordingDisk disk = new();
        WatchedFiles.Watch(folder.Path, disk);
        Ledger ledger = new();
        ledger.Acknowledged += disk.Acknowledge;
        await using (Crowd crowd = await Crowd.StartAsync(() => open(Path.Combine(folder.Path, "events.db")), ledger, new() { Store = "", Callers = 8, Aggregates = 5, Until = 50 }))
        {
            await crowd.Work;
        }

        WatchedFiles.Leave(folder.Path);
        return disk.Operations;
    }

    private static bool IsSound(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=false");
        connection.Open();
        using SqliteCommand command = new("PRAGMA integrity_check", connection);
        return command.ExecuteScalar() is "ok";
    }
}
