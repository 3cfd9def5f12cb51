using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Written by hand for speed: states are kept, and a thread of its own commits all that wait in one transaction.</summary>
internal sealed class GroupingBank : IBank
{
    private const int LargestGroup = 256;

    private readonly BankFile _file;
    private readonly ConcurrentDictionary<string, Entry> _accounts = new();
    private readonly Channel<Append> _appends = Channel.CreateUnbounded<Append>(new() { SingleReader = true });
    private readonly Task _writing;

    private GroupingBank(string path)
    {
        _file = new(path);
        _writing = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public static ValueTask<IBank> OpenAsync(string path) => new(new GroupingBank(path));

    public async ValueTask<long> DepositAsync(string account, decimal amount)
    {
        Entry entry = _accounts.GetOrAdd(account, static _ => new());
        await entry.Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            // The bank begins with an empty file, so what it does not know has no events.
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
        _file.Dispose();
    }

    private void WriteAll()
    {
        List<Append> group = [];
        while (_appends.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && _appends.Reader.TryRead(out Append? append))
            {
                group.Add(append);
            }

            using (SqliteTransaction transaction = _file.Begin())
            {
                foreach (Append append in group)
                {
                    _file.Append(append.Account, append.Version, append.Event);
                }

                transaction.Commit();
            }

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
