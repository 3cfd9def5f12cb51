namespace Cqrs.Gen.Benchmarks;

/// <summary>An account and its version.</summary>
internal sealed class AccountState
{
    public BankAccount Account { get; } = new();

    public long Version { get; private set; }

    public void Apply(long version, IEvent e)
    {
        HandWrittenSwitch.Apply(Account, e);
        Version = version;
    }
}
