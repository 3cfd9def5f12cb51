using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>
/// Holds a log against what was acknowledged, and what was derived from the log against a fold of its own that knows nothing of the framework. All fault tests end here.
/// </summary>
internal sealed class LogCheck
{
    private readonly List<Breach> _breaches = [];
    private readonly IReadOnlyList<LogEntry> _log;

    private LogCheck(IReadOnlyList<LogEntry> log) => _log = log;

    /// <summary>Checks everything.</summary>
    /// <param name="open">Opens the store that the log is in.</param>
    /// <param name="acks">What was acknowledged.</param>
    /// <returns>Every promise that was not kept, and how much was checked.</returns>
    public static async Task<(IReadOnlyList<Breach> Breaches, int Events)> RunAsync(Func<IEventStorage> open, IReadOnlyList<Ack> acks)
    {
        await using IEventStorage storage = open();
        await storage.OpenAsync(CancellationToken.None);
        LogCheck check = new(await LogEntry.ReadAsync(storage));
        check.Numbering();
        check.Commands(acks);
        foreach (IGrouping<string, LogEntry> stream in check._log.GroupBy(static e => e.Stream))
        {
            await check.DocumentAsync(storage, stream.Key, Fold.Of(stream));
        }

        await check.StatesAsync(open);
        return (check._breaches, check._log.Count);
    }

    /// <summary>Checks everything, and fails unless every promise was kept.</summary>
    public static async Task PassAsync(Func<IEventStorage> open, Ledger ledger)
    {
        (IReadOnlyList<Breach> breaches, int events) = await RunAsync(open, ledger.Acks);
        Assert.True(breaches.Count == 0, $"{breaches.Count} promises were not kept, of {events} events:\n{string.Join('\n', breaches.Take(20))}");
    }

    private void Numbering()
    {
        Dictionary<string, long> sequences = [];
        for (int i = 0; i < _log.Count; i++)
        {
            LogEntry e = _log[i];
            Demand(e.Position == i + 1, Promise.NoGap, $"position {e.Position} stands at {i + 1}");
            long sequence = sequences[e.Stream] = sequences.GetValueOrDefault(e.Stream) + 1;
            Demand(e.Sequence == sequence, Promise.NoGap, $"sequence {e.Sequence} of {e.Stream} stands at {sequence}");
            Demand(e.Place == sequence, Promise.DecidedOnTruth, $"sequence {sequence} of {e.Stream} was decided as {e.Place}");
        }

        Demand(_log.DistinctBy(static e => e.EventId).Count() == _log.Count, Promise.NothingTwice, "the id of an event");
    }

    private void Commands(IReadOnlyList<Ack> acks)
    {
        Dictionary<(int Caller, long Number), LogEntry> recorded = [];
        Dictionary<int, long> last = [];
        foreach (LogEntry e in _log)
        {
            Demand(recorded.TryAdd((e.Caller, e.Number), e), Promise.NothingTwice, $"command {e.Number} of caller {e.Caller}");
            Demand(e.Number > last.GetValueOrDefault(e.Caller), Promise.InOrder, $"command {e.Number} of caller {e.Caller} after {last.GetValueOrDefault(e.Caller)}");
            last[e.Caller] = e.Number;
        }

        foreach (Ack ack in acks)
        {
            LogEntry? e = recorded.GetValueOrDefault((ack.Caller, ack.Number));
            Demand((e?.Sequence, e?.Position) == (ack.Version, ack.Position), Promise.NothingLost, $"{ack}, but there is {e?.ToString() ?? "nothing"}");
        }
    }

    private async Task DocumentAsync(IEventStorage storage, string stream, Fold fold)
    {
        StoredDocument? document = await storage.ReadDocumentAsync("tally-view", stream, CancellationToken.None);
        string found = Encoding.UTF8.GetString((document?.Payload ?? default).Span);
        Demand(found == fold.Document && document?.Version == fold.Events, Promise.TrueDocuments, $"{stream} at {document?.Version} is {found}, not {fold.Document}");
    }

    private async Task StatesAsync(Func<IEventStorage> open)
    {
        await using CqrsApplication application = await Application.OpenAsync(open);
        foreach (IGrouping<string, LogEntry> stream in _log.GroupBy(static e => e.Stream))
        {
            AggregateContext<Tally>? state = await application.Aggregates.GetAsync<Tally>(stream.Key);
            Fold fold = Fold.Of(stream);
            Demand((state?.Payload.Events, state?.Payload.Digest) == (fold.Events, fold.Digest), Promise.TrueStates, $"{stream.Key} is {state?.Payload.Events}/{state?.Payload.Digest}, not {fold}");
        }
    }

    private void Demand(bool kept, Promise promise, string what)
    {
        if (!kept)
        {
            _breaches.Add(new(promise, what));
        }
    }
}
