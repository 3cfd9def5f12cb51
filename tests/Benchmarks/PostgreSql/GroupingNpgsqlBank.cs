using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Written by hand for speed: states are kept, and one connection commits all that wait in one statement.</summary>
internal sealed class GroupingNpgsqlBank : IBank
{
    private const int LargestGroup = 256;

    private readonly NpgsqlTable _table;
    private readonly ConcurrentDictionary<string, Entry> _accounts = new();
    private readonly Channel<Append> _appends = Channel.CreateUnbounded<Append>(new() { SingleReader = true });
    private readonly Task _writing;

    private GroupingNpgsqlBank(NpgsqlTable table)
    {
        _table = table;
        _writing = Task.Run(WriteAllAsync);
    }

    public static async ValueTask<IBank> OpenAsync(string address) => new GroupingNpgsqlBank(await NpgsqlTable.OpenAsync(address));

    public async ValueTask<long> DepositAsync(string account, decimal amount)
    {
        Entry entry = _accounts.GetOrAdd(account, static _ => new());
        await entry.Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            // The bank begins with an empty table, so what it does not know has no events.
            AccountState state = entry.State;
            IEvent e = HandWrittenSwitch.Handle(state.Account, new DepositMoney(amount));
            Append append = new(account, state.Version + 1, e);
            _appends.Writer.TryWrite(append);
            await append.Done.Task.ConfigureAwait(false);
            state.Apply(append.Version, e);
            return append.Version;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _appends.Writer.Complete();
        await _writing.ConfigureAwait(false);
        await _table.DisposeAsync().ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        await using NpgsqlConnection connection = await _table.Connections.OpenConnectionAsync().ConfigureAwait(false);
        List<Append> group = [];
        while (await _appends.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (group.Count < LargestGroup && _appends.Reader.TryRead(out Append? append))
            {
                group.Add(append);
            }

            await NpgsqlTable.AppendAsync(connection, [.. group.Select(static a => a.Account)], [.. group.Select(static a => a.Version)], [.. group.Select(static a => a.Event)]).ConfigureAwait(false);
            foreach (Append append in group)
            {
                append.Done.SetResult();
            }

            group.Clear();
        }
    }

    private sealed record Append(string Account, long Version, IEvent Event)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public AccountState State { get; } = new();
    }
}
