using Cqrs.Gen;

namespace Bank;

public sealed record OpenAccount(string Owner) : ICommand<BankAccount>;

public sealed record DepositMoney(decimal Amount) : ICommand<BankAccount>;

public sealed record WithdrawMoney(decimal Amount) : ICommand<BankAccount>;

public sealed record WriteCheck(int Number, decimal Amount) : ICommand<BankAccount>;
