using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>Many callers at once, through the event store.</summary>
internal static class ConcurrencyScenarios
{
    private const int Callers = 32;

    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("many appends to one stream at any version are all stored", AnyVersionAsync),
        StoreScenario.With("of many appends to one stream at one version exactly one is stored", OneWinnerAsync),
        StoreScenario.With("one command sent by many at once is stored once", OneCommandAsync),
        StoreScenario.With("positions are gapless and in commit order, and a polling reader skips nothing", PollingAsync),
        StoreScenario.With("a stream is read as of one moment while it grows", ConsistentReadAsync),
    ];

    private static async Task AnyVersionAsync(IEventStorage storage)
    {
        AppendOutcome[] outcomes = await ManyAsync(storage, i => Appends.To("a", AppendRequest.AnyVersion)).ConfigureAwait(false);
        Verify.Equal(true, outcomes.All(o => o.Result == AppendResult.Appended), "Whether all were appended");
        Verify.Sequence([.. Enumerable.Range(1, Callers).Select(i => (long)i)], [.. outcomes.Select(o => o.Version).Order()], "The versions, in order");
        Verify.Sequence([.. Enumerable.Range(1, Callers).Select(i => (long)i)], (await storage.ReadAsync("a").ConfigureAwait(false)).Sequences, "The sequences");
    }

    private static async Task OneWinnerAsync(IEventStorage storage)
    {
        for (int round = 0; round < 10; round++)
        {
            AppendOutcome[] outcomes = await ManyAsync(storage, i => Appends.To("a", round)).ConfigureAwait(false);
            Verify.Equal(1, outcomes.Count(o => o.Result == AppendResult.Appended), $"How many were appended in round {round}");
            Verify.Equal(Callers - 1, outcomes.Count(o => o == new AppendOutcome(AppendResult.Conflict, round + 1, 0, 0)), $"How many conflicted in round {round}");
        }

        Verify.Equal(10, (await storage.ReadLogAsync().ConfigureAwait(false)).Examined, "The log's end");
    }

    private static async Task OneCommandAsync(IEventStorage storage)
    {
        AppendOutcome[] outcomes = await ManyAsync(storage, i => Appends.To("a", i % 2 == 0 ? 0 : AppendRequest.AnyVersion, events: 2, command: "c")).ConfigureAwait(false);
        Verify.Equal(1, outcomes.Count(o => o == new AppendOutcome(AppendResult.Appended, 2, 2, 2)), "How many were appended");
        Verify.Equal(Callers - 1, outcomes.Count(o => o == new AppendOutcome(AppendResult.Repeat, 2, 2, 2)), "How many were repeats");
    }

    private static async Task PollingAsync(IEventStorage storage)
    {
        const int Appended = 40;
        int acknowledged = 0;
        EventStore store = new(storage);
        Task writers = Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (int i = 0; i < Appended; i++)
            {
                await store.AppendAsync(Appends.To($"a{caller}", i * 2, events: 2)).ConfigureAwait(false);
                Interlocked.Add(ref acknowledged, 2);
            }
        })));
        Task readers = Task.WhenAll(Enumerable.Range(0, 3).Select(reader => Task.Run(async () =>
        {
            long after = 0;
            while (after < Callers * Appended * 2)
            {
                bool ended = writers.IsCompleted;
                int known = Volatile.Read(ref acknowledged);
                (Collected page, long examined) = await storage.ReadLogAsync(after, reader == 0 ? 50 : int.MaxValue).ConfigureAwait(false);
                Verify.Sequence([.. Enumerable.Range((int)after + 1, page.Events.Count).Select(i => (long)i)], page.Positions, $"The positions after {after}");
                Verify.Equal(after + page.Events.Count, examined, $"How far the reading after {after} looked");
                Verify.Equal(true, examined >= known || reader == 0, "Whether what was acknowledged is read");
                Verify.Equal(true, examined > after || !ended, "Whether the reading got on after all was written");
                after = examined;
            }
        })));
        await Task.WhenAll(writers, readers).ConfigureAwait(false);

        Collected log = (await storage.ReadLogAsync().ConfigureAwait(false)).Events;
        foreach (IGrouping<string, CollectedEvent> stream in log.Events.GroupBy(e => e.AggregateId))
        {
            Verify.Sequence([.. Enumerable.Range(1, Appended * 2).Select(i => (long)i)], [.. stream.Select(e => e.Sequence)], $"The sequences of {stream.Key} in the order of the log");
        }
    }

    private static async Task ConsistentReadAsync(IEventStorage storage)
    {
        const int Appended = 300;
        EventStore store = new(storage);
        Task writer = Task.Run(async () =>
        {
            for (int i = 1; i <= Appended; i++)
            {
                AppendRequest request = Appends.To("a", i - 1, command: $"c{i}");
                await store.AppendAsync(i % 3 == 0 ? request.With(new("f", i, BitConverter.GetBytes(i))) : request).ConfigureAwait(false);
            }
        });
        long last = 0;
        while (last < Appended)
        {
            bool ended = writer.IsCompleted;
            string next = $"c{last + 1}";
            Collected read = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("a"), SnapshotFingerprint: "f", CommandId: next)).ConfigureAwait(false);
            long snapshot = read.Snapshot?.Version ?? 0;
            Verify.Sequence([.. Enumerable.Range((int)snapshot + 1, read.Events.Count).Select(i => (long)i)], read.Sequences, $"The sequences after the snapshot at {snapshot}");
            long version = snapshot + read.Events.Count;
            Verify.Equal(version > last, read.Repeat.HasValue, $"Whether {next} is known at version {version}");
            Verify.Equal(true, version >= last && (version == Appended || !ended), "Whether the reading got on");
            last = version;
        }

        await writer.ConfigureAwait(false);
    }

    private static async Task<AppendOutcome[]> ManyAsync(IEventStorage storage, Func<int, AppendRequest> request)
    {
        EventStore store = new(storage);
        using Barrier start = new(4);
        return [.. (await Task.WhenAll(Enumerable.Range(0, 4).Select(group => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Task.WhenAll(Enumerable.Range(0, Callers / 4).Select(i => store.AppendAsync(request((group * Callers / 4) + i)).AsTask()));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap())).ConfigureAwait(false)).SelectMany(o => o)];
    }
}
