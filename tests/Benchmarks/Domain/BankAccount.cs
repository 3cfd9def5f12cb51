namespace Cqrs.Gen.Benchmarks;

/// <summary>The aggregate of all workloads. What is written by hand calls the same methods.</summary>
[Aggregate]
internal sealed partial class BankAccount
{
    public decimal Balance { get; private set; }

    internal MoneyDeposited Handle(DepositMoney c) => new(c.Amount, Balance + c.Amount);

    internal MoneyWithdrawn Handle(WithdrawMoney c) => new(c.Amount, Balance - c.Amount);

    internal CheckWritten Handle(WriteCheck c) => new(c.CheckNumber, c.Amount, Balance - c.Amount);

    internal void Apply(MoneyDeposited e) => Balance = e.Balance;

    internal void Apply(MoneyWithdrawn e) => Balance = e.Balance;

    internal void Apply(CheckWritten e) => Balance = e.Balance;
}
