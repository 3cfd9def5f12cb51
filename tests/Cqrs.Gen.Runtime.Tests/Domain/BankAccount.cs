namespace Bank;

public sealed record AccountOpened(string Owner) : IEvent<BankAccount>;

public sealed record MoneyDeposited(decimal Amount, decimal Balance) : IEvent<BankAccount>;

public sealed record MoneyWithdrawn(decimal Amount, decimal Balance) : IEvent<BankAccount>;

public sealed record OpenAccount(string Owner) : ICommand<BankAccount>;

public sealed record DepositMoney(decimal Amount) : ICommand<BankAccount>;

public sealed record WithdrawMoney(decimal Amount) : ICommand<BankAccount>;

public sealed record WriteCheck(string Number, decimal Amount) : ICommand<BankAccount>;

public interface ICheckPrinter
{
    ValueTask<bool> PrintAsync(string number, decimal amount, CancellationToken cancellationToken);
}

[Aggregate]
public sealed partial class BankAccount
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    private static AccountOpened Handle(OpenAccount c) => new(c.Owner);

    private MoneyDeposited Handle(DepositMoney c) => new(c.Amount, Balance + c.Amount);

    private Decision<BankAccount> Handle(WithdrawMoney c) => c.Amount > Balance
        ? UserError.Create("insufficient-funds", $"{Balance} is less than {c.Amount}", ("balance", Balance))
        : [new MoneyWithdrawn(c.Amount, Balance - c.Amount)];

    private async ValueTask<Decision<BankAccount>> Handle(WriteCheck c, ICheckPrinter printer, CancellationToken cancellationToken)
    {
        if (c.Amount > Balance)
        {
            return UserError.Create("insufficient-funds", $"{Balance} is less than {c.Amount}");
        }

        return await printer.PrintAsync(c.Number, c.Amount, cancellationToken)
            ? [new MoneyWithdrawn(c.Amount, Balance - c.Amount)]
            : UserError.Create("check-refused", $"Check {c.Number} was refused.");
    }

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e) => Balance = e.Balance;

    private void Apply(MoneyWithdrawn e) => Balance = e.Balance;
}

/// <summary>Inline: one document for each account.</summary>
[Query]
public sealed partial class AccountSummary
{
    public string Owner { get; set; } = "";

    public decimal Balance { get; set; }

    public int Transactions { get; set; }

    public DateTimeOffset LastChange { get; set; }

    public string? LastUser { get; set; }

    public Guid LastEventId { get; set; }

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e, EventContext context) => Count(e.Balance, context);

    private void Apply(MoneyWithdrawn e, EventContext context) => Count(e.Balance, context);

    private void Count(decimal balance, EventContext context)
    {
        Balance = balance;
        Transactions++;
        LastChange = context.Timestamp;
        LastUser = context.Metadata.UserId;
        LastEventId = context.EventId;
    }
}

#pragma warning disable CQG4006 // A test looks at what an asynchronous query says when it is read.
/// <summary>Asynchronous: one document for each owner.</summary>
[Query]
public sealed partial class OwnersAccounts
{
    public int Accounts { get; set; }

    private static string Key(AccountOpened e) => e.Owner;

    private void Apply(AccountOpened e) => Accounts++;
}
#pragma warning restore CQG4006
