namespace Cqrs.Gen.Benchmarks;

// The commands and events are also messages of Mediator, so that both dispatch the very same objects.
internal sealed record DepositMoney(decimal Amount) : ICommand<BankAccount>, Mediator.ICommand<IEvent>;

internal sealed record WithdrawMoney(decimal Amount) : ICommand<BankAccount>, Mediator.ICommand<IEvent>;

internal sealed record WriteCheck(string CheckNumber, decimal Amount) : ICommand<BankAccount>, Mediator.ICommand<IEvent>;

internal sealed record MoneyDeposited(decimal Amount, decimal Balance) : IEvent<BankAccount>, Mediator.INotification;

internal sealed record MoneyWithdrawn(decimal Amount, decimal Balance) : IEvent<BankAccount>, Mediator.INotification;

internal sealed record CheckWritten(string CheckNumber, decimal Amount, decimal Balance) : IEvent<BankAccount>, Mediator.INotification;
