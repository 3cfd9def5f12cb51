namespace Bank;

public enum AccountKind
{
    Current,
    Savings,
}

public sealed record AccountOpened(string Owner, AccountKind Kind, string? Nickname) : IEvent<BankAccount>;

public sealed record MoneyDeposited(decimal Amount, decimal Balance) : IEvent<BankAccount>;

public sealed record OpenAccount(string Owner, AccountKind Kind, IReadOnlyList<string> Tags, string? Nickname = null) : ICommand<BankAccount>;

public sealed record DepositMoney(decimal Amount) : ICommand<BankAccount>;

[Aggregate]
public sealed partial class BankAccount
{
    public decimal Balance { get; private set; }

    private static AccountOpened Handle(OpenAccount c) => new(c.Owner, c.Kind, c.Nickname);

    private MoneyDeposited Handle(DepositMoney c) => new(c.Amount, Balance + c.Amount);

    private void Apply(AccountOpened e) => Balance = 0;

    private void Apply(MoneyDeposited e) => Balance = e.Balance;
}
