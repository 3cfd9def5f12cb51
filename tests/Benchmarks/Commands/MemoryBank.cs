using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The same by hand: the state from a dictionary, a switch, JSON, and a list of what happened, under one lock.</summary>
internal sealed class MemoryBank
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccountState> _accounts = [];
    private readonly List<StoredEvent> _log = [];

    public int EventCount => _log.Count;

    public long Deposit(string account, decimal amount)
    {
        lock (_lock)
        {
            if (!_accounts.TryGetValue(account, out AccountState? state))
            {
                _accounts.Add(account, state = new());
            }

            MoneyDeposited e = (MoneyDeposited)HandWrittenSwitch.Handle(state.Account, new DepositMoney(amount));
            byte[] payload = JsonSerializer.SerializeToUtf8Bytes(e, BankJson.Default.MoneyDeposited);
            long version = state.Version + 1;
            _log.Add(new(account, version, Guid.CreateVersion7(), "money-deposited", DateTimeOffset.UtcNow, payload));
            state.Apply(version, e);
            return version;
        }
    }

    private sealed record StoredEvent(string Account, long Version, Guid Id, string Name, DateTimeOffset Timestamp, byte[] Payload);
}
