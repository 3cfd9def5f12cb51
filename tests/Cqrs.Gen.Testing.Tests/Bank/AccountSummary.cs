using Cqrs.Gen;

namespace Bank;

[Query]
public sealed partial class AccountSummary
{
    public string Owner { get; set; } = "";

    public decimal Balance { get; set; }

    public int Transactions { get; set; }

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e)
    {
        Balance = e.Balance;
        Transactions++;
    }

    private void Apply(MoneyWithdrawn e, EventContext context)
    {
        Balance = e.Balance;
        Transactions++;
    }
}
