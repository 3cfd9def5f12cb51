using Cqrs.Gen;

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
    ValueTask<bool> PrintAsync(string number, decimal amount, CancellationToken ct);
}

[Aggregate]
public sealed partial class BankAccount
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    private static AccountOpened Handle(OpenAccount c) => new(c.Owner);

    private MoneyDeposited Handle(DepositMoney c) => new(c.Amount, Balance + c.Amount);

    private Decision<BankAccount> Handle(WithdrawMoney c) => c.Amount > Balance
        ? UserError.Create("insufficient-funds", $"{Balance} is less than {c.Amount}", ("balance", Balance), ("amount", c.Amount))
        : [new MoneyWithdrawn(c.Amount, Balance - c.Amount)];

    private async ValueTask<Decision<BankAccount>> Handle(WriteCheck c, ICheckPrinter printer, CancellationToken ct) =>
        await printer.PrintAsync(c.Number, c.Amount, ct)
            ? [new MoneyWithdrawn(c.Amount, Balance - c.Amount)]
            : UserError.Create("check-refused", $"Check {c.Number} was refused.", ("number", c.Number));

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e) => Balance = e.Balance;

    private void Apply(MoneyWithdrawn e) => Balance = e.Balance;
}
