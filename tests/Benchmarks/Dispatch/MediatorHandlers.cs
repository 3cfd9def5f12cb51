namespace Cqrs.Gen.Benchmarks;

// Mediator has a class for each handler, and asks the container for it.
internal sealed class DepositMoneyHandler(BankAccount account) : Mediator.ICommandHandler<DepositMoney, IEvent>
{
    public ValueTask<IEvent> Handle(DepositMoney command, CancellationToken cancellationToken) => new(account.Handle(command));
}

internal sealed class WithdrawMoneyHandler(BankAccount account) : Mediator.ICommandHandler<WithdrawMoney, IEvent>
{
    public ValueTask<IEvent> Handle(WithdrawMoney command, CancellationToken cancellationToken) => new(account.Handle(command));
}

internal sealed class WriteCheckHandler(BankAccount account) : Mediator.ICommandHandler<WriteCheck, IEvent>
{
    public ValueTask<IEvent> Handle(WriteCheck command, CancellationToken cancellationToken) => new(account.Handle(command));
}

internal sealed class MoneyDepositedHandler(BankAccount account) : Mediator.INotificationHandler<MoneyDeposited>
{
    public ValueTask Handle(MoneyDeposited notification, CancellationToken cancellationToken)
    {
        account.Apply(notification);
        return default;
    }
}

internal sealed class MoneyWithdrawnHandler(BankAccount account) : Mediator.INotificationHandler<MoneyWithdrawn>
{
    public ValueTask Handle(MoneyWithdrawn notification, CancellationToken cancellationToken)
    {
        account.Apply(notification);
        return default;
    }
}

internal sealed class CheckWrittenHandler(BankAccount account) : Mediator.INotificationHandler<CheckWritten>
{
    public ValueTask Handle(CheckWritten notification, CancellationToken cancellationToken)
    {
        account.Apply(notification);
        return default;
    }
}
