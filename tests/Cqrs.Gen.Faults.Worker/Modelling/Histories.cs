using Cqrs.Gen.Storage;
using static System.Text.Encoding;

namespace Cqrs.Gen.Faults;

/// <summary>
/// Callers append to the same streams at the same time, through two stores on one database: there is an order of all appends, not at odds with what came before what for anybody,
/// in which each outcome is right.
/// </summary>
internal static class Histories
{
    private const int Callers = 4;
    private const int CallsOfEach = 5;

    private const int OfOneLog = 1_000;

    /// <param name="open">Opens the stores that share the nth log, which holds nothing.</param>
    /// <param name="count">How many histories.</param>
    /// <param name="random">Decides what is appended.</param>
    /// <exception cref="ContradictionException">There is no such order.</exception>
    public static async Task RunAsync(Func<int, IReadOnlyList<IEventStorage>> open, int count, Random random)
    {
        for (int i = 0, left = count; left > 0; i++, left -= OfOneLog)
        {
            EventStore[] stores = [.. open(i).Select(static storage => new EventStore(storage))];
            try
            {
                await RunAsync(stores, Math.Min(OfOneLog, left), random);
            }
            finally
            {
                foreach (EventStore store in stores)
                {
                    await store.DisposeAsync();
                }
            }
        }
    }

    private static async Task RunAsync(EventStore[] stores, int count, Random random)
    {
        foreach (EventStore store in stores)
        {
            await store.OpenAsync();
        }

        long position = 0;
        for (int i = 0; i < count; i++)
        {
            Clock clock = new();
            int[] seeds = [.. Enumerable.Range(0, Callers).Select(_ => random.Next())];
            Call[][] calls = await Task.WhenAll(seeds.Select((seed, caller) => Task.Run(() => CallAsync(stores[caller % stores.Length], $"{i}-", new(seed), clock))));
            Appended log = new();
            position = await stores[0].ReadLogAsync(new(position, int.MaxValue), log);
            new HistoryCheck([.. calls.SelectMany(static c => c)], log.Commands).Demand();
        }
    }

    private static async Task<Call[]> CallAsync(EventStore store, string prefix, Random random, Clock clock)
    {
        Call[] calls = new Call[CallsOfEach];
        long[] versions = new long[2];
        for (int i = 0; i < calls.Length; i++)
        {
            int stream = random.Next(2);
            AppendRequest request = new()
            {
                Stream = new("aggregate", $"{prefix}{stream}"),
                ExpectedVersion = random.Next(6) switch { 0 or 1 => AppendRequest.AnyVersion, 2 => random.Next(4), _ => versions[stream] },
                CommandId = $"c{random.Next(12)}",
                Timestamp = DateTimeOffset.UnixEpoch,
                Events = Enumerable.Range(0, random.Next(1, 4)).Select(static _ => new EventData(Guid.NewGuid(), "event", 1, "{}"u8.ToArray())).ToArray(),
            };
            long sent = clock.Tick();
            AppendOutcome outcome = await store.AppendAsync(request);
            calls[i] = new(request, outcome, sent, clock.Tick());
            versions[stream] = Math.Max(versions[stream], outcome.Version);
        }

        return calls;
    }

    private sealed class Clock
    {
        private long _time;

        public long Tick() => Interlocked.Increment(ref _time);
    }

    private sealed class Appended : IEventSink
    {
        private int _count;

        public List<(StreamId Stream, string CommandId, AppendOutcome Outcome)> Commands { get; } = [];

        public void OnEvent(in RecordedEvent e)
        {
            _count++;
            if (e.CommandId.Length > 0)
            {
                Commands.Add((new(UTF8.GetString(e.Aggregate), UTF8.GetString(e.AggregateId)), UTF8.GetString(e.CommandId), new(AppendResult.Appended, e.Sequence, e.Position, _count)));
                _count = 0;
            }
        }
    }
}

/// <summary>An append with what was said of it, and when by a clock that all callers share.</summary>
internal sealed record Call(AppendRequest Request, AppendOutcome Outcome, long Sent, long Answered);
