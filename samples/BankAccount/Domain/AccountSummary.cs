using Cqrs.Gen;

namespace Bank;

/// <summary>What the bank shows of an account: one document for each, brought up to date in the transaction of the events.</summary>
[Query]
public sealed partial class AccountSummary
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public int Deposits { get; private set; }

    public int Withdrawals { get; private set; }

    public int Checks { get; private set; }

    /// <summary>When the account last changed.</summary>
    public DateTimeOffset Changed { get; private set; }

    private void Apply(AccountOpened e, EventContext context)
    {
        Owner = e.Owner;
        Changed = context.Timestamp;
    }

    private void Apply(MoneyDeposited e, EventContext context)
    {
        Deposits++;
        (Balance, Changed) = (e.Balance, context.Timestamp);
    }

    private void Apply(MoneyWithdrawn e, EventContext context)
    {
        Withdrawals++;
        (Balance, Changed) = (e.Balance, context.Timestamp);
    }

    private void Apply(CheckWritten e, EventContext context)
    {
        Checks++;
        (Balance, Changed) = (e.Balance, context.Timestamp);
    }
}
