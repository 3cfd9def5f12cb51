// A process that tests start, and kill: it appends to a file and says on its standard output what was acknowledged.
//   Cqrs.Gen.Sqlite.Appender <file> <callers> <appends of each> <prefix of the streams>
using System.Globalization;
using System.Text;
using Cqrs.Gen;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Sqlite.Appender;
using Cqrs.Gen.Storage;

string path = args[0];
int callers = int.Parse(args[1], CultureInfo.InvariantCulture);
int appends = int.Parse(args[2], CultureInfo.InvariantCulture);
string prefix = args[3];

await using EventStore store = new(new SqliteEventStorage(new SqliteStorageOptions(path)));
await store.OpenAsync();
await Console.Out.WriteLineAsync("open");
await Console.Out.FlushAsync();

try
{
    await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(() => CallAsync($"{prefix}{i}"))));
    return 0;
}
catch (CqrsException e)
{
    Say($"fault {e.GetType().Name} {(e as StoreException)?.Fault}");
    return 1;
}

// Goes on where the stream ends, and sends the last command again: whoever was killed did not learn what became of it.
async Task CallAsync(string id)
{
    StreamEnd end = new();
    await store.ReadStreamAsync(new(new("account", id)), end);
    for (long n = Math.Max(1, end.Sequence); n < Math.Max(1, end.Sequence) + appends; n++)
    {
        AppendRequest request = new()
        {
            Stream = new("account", id),
            ExpectedVersion = n - 1,
            CommandId = $"c{n}",
            Timestamp = DateTimeOffset.UtcNow,
            Events = new EventData[] { new(Guid.NewGuid(), "counted", 1, Encoding.UTF8.GetBytes($"{n}")) },
        };
        AppendOutcome outcome;
        try
        {
            outcome = await store.AppendAsync(request);
        }
        catch (CqrsException e)
        {
            Say($"fault {e.GetType().Name} {(e as StoreException)?.Fault}");
            outcome = await store.AppendAsync(request);
        }

        Say($"ack {id} {outcome.Version} {outcome.Position} {outcome.Result}");
    }
}

void Say(string line)
{
    lock (store)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
