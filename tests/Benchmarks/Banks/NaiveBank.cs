namespace Cqrs.Gen.Benchmarks;

/// <summary>What a good developer writes first: one connection, prepared statements, one commit a command.</summary>
internal sealed class NaiveBank(string path, bool isCached) : IBank
{
    private readonly BankFile _file = new(path);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, AccountState> _cache = [];

    public static ValueTask<IBank> OpenAsync(string path) => new(new NaiveBank(path, isCached: false));

    public static ValueTask<IBank> OpenCachedAsync(string path) => new(new NaiveBank(path, isCached: true));

    public async ValueTask<long> DepositAsync(string account, decimal amount)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            AccountState state = Load(account);
            IEvent e = HandWrittenSwitch.Handle(state.Account, new DepositMoney(amount));
            _file.Append(account, state.Version + 1, e);
            state.Apply(state.Version + 1, e);
            return state.Version;
        }
        finally
        {
            _turn.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        _turn.Dispose();
        return default;
    }

    private AccountState Load(string account)
    {
        if (!isCached)
        {
            return _file.Load(account);
        }

        if (!_cache.TryGetValue(account, out AccountState? state))
        {
            _cache.Add(account, state = _file.Load(account));
        }

        return state;
    }
}
