using System.Collections.Concurrent;
using Ledgers;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>What callers were told, to be compared with what is recorded.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Reply> _replies = [];
    private readonly ConcurrentDictionary<(string Ledger, string CommandId), bool> _attempted = [];
    private readonly ConcurrentDictionary<string, long> _seen = [];

    /// <summary>The latest version of a ledger that anybody was told of.</summary>
    public long Seen(string ledger) => _seen.GetValueOrDefault(ledger);

    /// <summary>Notes that a command may be recorded from now on.</summary>
    public void Attempt(string ledger, string commandId) => _attempted[(ledger, commandId)] = true;

    public void Acknowledge(string ledger, in CommandResult result, long seenBefore = 0, long taken = 0)
    {
        Attempt(ledger, result.CommandId);
        _replies.Enqueue(new(ledger, result.CommandId, result, seenBefore, taken, IsDenied: false));
        long version = result.Version;
        _seen.AddOrUpdate(ledger, version, (_, seen) => Math.Max(seen, version));
    }

    /// <summary>Notes that a caller was told that nothing is recorded, and that nobody will try the command again.</summary>
    public void Deny(string ledger, string commandId) => _replies.Enqueue(new(ledger, commandId, default, 0, 0, IsDenied: true));

    /// <summary>Compares; the first contradiction is an exception that tells it.</summary>
    public async Task DemandAsync(TestStore store, CqrsApplication fresh, string[] ledgers)
    {
        List<StoredEventRow> log = await store.ReadLogAsync();
        foreach (string ledger in ledgers)
        {
            Entry[] entries = [.. log.Where(e => e.Id == ledger).Select((e, i) => Read(e, ledger, i))];
            for (int i = 0; i < entries.Length; i++)
            {
                (long balance, int number) = i == 0 ? (0, 0) : (entries[i - 1].Event.Balance, entries[i - 1].Event.Number);
                Demand(entries[i].Event.Balance == balance + entries[i].Event.Amount, $"{ledger}: entry {i + 1} was decided upon another balance than {balance}");
                Demand(entries[i].Event.Number == number + 1, $"{ledger}: entry {i + 1} was decided upon another entry than {number}");
                Demand(entries[i].Event.Balance >= 0, $"{ledger}: entry {i + 1} leaves less than nothing");
            }

            Dictionary<Guid, int> versions = entries.Select((e, i) => (e.Id, i + 1)).ToDictionary(); // throws on a duplicate
            HashSet<Guid> known = [.. _attempted.Keys.Where(c => c.Ledger == ledger).Select(c => IdOf(c.Ledger, c.CommandId))];
            Demand(versions.Keys.All(known.Contains), $"{ledger}: an entry is of no command");
            foreach (Reply reply in _replies.Where(r => r.Ledger == ledger))
            {
                Check(reply, entries, versions);
            }

            AggregateContext<Ledger>? state = await fresh.Aggregates.GetAsync<Ledger>(ledger);
            Demand((state?.Version ?? 0) == entries.Length, $"{ledger}: the version is {state?.Version} with {entries.Length} entries");
            QueryContext<LedgerPage>? page = await fresh.Queries.GetContextAsync<LedgerPage>(ledger);
            Demand((page?.Payload.Sum, page?.Payload.Entries ?? 0) == (state?.Payload.Balance, entries.Length), $"{ledger}: the page says {page?.Payload.Sum} in {page?.Payload.Entries} entries");
        }
    }

    private static void Check(Reply reply, Entry[] entries, Dictionary<Guid, int> versions)
    {
        bool isRecorded = versions.TryGetValue(IdOf(reply.Ledger, reply.CommandId), out int version);
        if (reply.IsDenied)
        {
            Demand(!isRecorded, $"{reply.CommandId} was said not to be recorded, and is entry {version}");
            return;
        }

        CommandResult result = reply.Result;
        if (result.IsSuccess)
        {
            Demand(isRecorded, $"{reply.CommandId} was acknowledged, and is missing");
            Demand(result.Version == version, $"{reply.CommandId} was said to be entry {result.Version}, and is {version}");
            Demand(result.Events.SequenceEqual([entries[version - 1].Event]), $"{reply.CommandId} was said to record something else than it did");
            Demand(result.IsRepeat || version > reply.SeenBefore, $"{reply.CommandId} is entry {version}, though {reply.SeenBefore} was known before it was sent");
        }
        else
        {
            long balance = result.Version == 0 ? 0 : entries[result.Version - 1].Event.Balance;
            Demand(!isRecorded, $"{reply.CommandId} was refused, and is entry {version}");
            Demand(balance < reply.Taken, $"{reply.CommandId} was refused {reply.Taken}, though at version {result.Version} there was {balance}");
            Demand(result.Version >= reply.SeenBefore, $"{reply.CommandId} was refused at version {result.Version}, though {reply.SeenBefore} was known before it was sent");
        }
    }

    private static Entry Read(StoredEventRow row, string ledger, int index)
    {
        Demand(row.Sequence == index + 1, $"{ledger}: there is a gap before {row.Sequence}");
        return new(row.EventId, (Posted)ReadEvent<Ledger>(row));
    }

    private static IEvent ReadEvent<TAggregate>(StoredEventRow row)
        where TAggregate : class, IAggregate<TAggregate> =>
        TAggregate.ReadEvent(System.Text.Encoding.UTF8.GetBytes(row.Name), 1, System.Text.Encoding.UTF8.GetBytes(row.Payload))!;

    private static Guid IdOf(string ledger, string commandId) => EventIds.Derive(new("ledger", ledger), commandId, 0);

    private static void Demand(bool holds, string contradiction)
    {
        if (!holds)
        {
            throw new ContradictionException(contradiction);
        }
    }

    private sealed record Reply(string Ledger, string CommandId, CommandResult Result, long SeenBefore, long Taken, bool IsDenied);

    private sealed record Entry(Guid Id, Posted Event);
}

internal sealed class ContradictionException(string message) : Exception(message);
