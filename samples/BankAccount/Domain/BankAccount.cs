using Cqrs.Gen;

namespace Bank;

/// <summary>
/// An account that is never overdrawn. <c>Handle</c> decides and changes nothing; <c>Apply</c> changes and decides nothing. The generator writes the
/// other half of this class: which command goes to which <c>Handle</c>, which event to which <c>Apply</c>, and the JSON of them all.
/// </summary>
[Aggregate]
public sealed partial class BankAccount
{
    private readonly HashSet<int> _checks = [];

    public decimal Balance { get; private set; }

    // Static: this command opens an account, so there is none yet. All other commands need one.
    private static Decision<BankAccount> Handle(OpenAccount c) => Rules.OwnerObjection(c.Owner) is { } error
        ? error
        : [new AccountOpened(c.Owner)];

    private Decision<BankAccount> Handle(DepositMoney c) => Rules.AmountObjection(c.Amount) is { } error
        ? error
        : [new MoneyDeposited(c.Amount, Balance + c.Amount)];

    private Decision<BankAccount> Handle(WithdrawMoney c) => (Rules.AmountObjection(c.Amount) ?? FundsObjection(c.Amount)) is { } error
        ? error
        : [new MoneyWithdrawn(c.Amount, Balance - c.Amount)];

    // What a handler needs beside its command stands among its parameters: here who the account is, and a service.
    private async ValueTask<Decision<BankAccount>> Handle(
        WriteCheck c, AggregateContext context, ICheckClearing clearing, CancellationToken cancellationToken)
    {
        if ((Rules.AmountObjection(c.Amount) ?? CheckObjection(c.Number) ?? FundsObjection(c.Amount)) is { } error)
        {
            return error;
        }

        return await clearing.AcceptsAsync(context.AggregateId, c.Number, c.Amount, cancellationToken)
            ? [new CheckWritten(c.Number, c.Amount, Balance - c.Amount)]
            : UserError.Create("check-refused", $"The clearing house refuses check {c.Number}.", ("number", c.Number));
    }

    private void Apply(AccountOpened e)
    {
    }

    private void Apply(MoneyDeposited e) => Balance = e.Balance;

    private void Apply(MoneyWithdrawn e) => Balance = e.Balance;

    private void Apply(CheckWritten e)
    {
        _checks.Add(e.Number);
        Balance = e.Balance;
    }

    private UserError? FundsObjection(decimal amount) => amount <= Balance
        ? null
        : UserError.Create("insufficient-funds", $"The balance of {Balance:N2} is less than {amount:N2}.", ("balance", Balance), ("amount", amount));

    private UserError? CheckObjection(int number) => _checks.Contains(number)
        ? UserError.Create("check-already-written", $"Check {number} was written before.", ("number", number))
        : null;
}
