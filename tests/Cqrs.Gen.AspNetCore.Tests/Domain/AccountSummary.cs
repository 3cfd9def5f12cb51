namespace Bank;

[Query]
public sealed partial class AccountSummary
{
    private int _deposits;

    public string Owner { get; set; } = "";

    public decimal Balance { get; private set; }

    public bool IsUsed => _deposits > 0;

    public static AccountSummary Of(string owner, decimal balance) => new() { Owner = owner, Balance = balance };

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e)
    {
        Balance = e.Balance;
        _deposits++;
    }
}
