namespace Cqrs.Gen.Benchmarks;

/// <summary>The dispatch as one would write it by hand.</summary>
internal static class HandWrittenSwitch
{
    public static IEvent Handle(BankAccount account, ICommand command) => command switch
    {
        DepositMoney c => account.Handle(c),
        WithdrawMoney c => account.Handle(c),
        WriteCheck c => account.Handle(c),
        _ => throw new ArgumentException($"Unknown command {command.GetType()}.", nameof(command)),
    };

    public static void Apply(BankAccount account, IEvent e)
    {
        switch (e)
        {
            case MoneyDeposited x:
                account.Apply(x);
                break;
            case MoneyWithdrawn x:
                account.Apply(x);
                break;
            case CheckWritten x:
                account.Apply(x);
                break;
            default:
                throw new ArgumentException($"Unknown event {e.GetType()}.", nameof(e));
        }
    }
}
