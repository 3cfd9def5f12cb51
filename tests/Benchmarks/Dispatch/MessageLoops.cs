namespace Cqrs.Gen.Benchmarks;

/// <summary>Commands and events in an order that no branch predictor knows by heart, and the loops over them.</summary>
internal sealed class MessageLoops
{
    private const int Mask = (1 << 12) - 1;

    private readonly ICommand[] _commands = new ICommand[Mask + 1];
    private readonly Mediator.ICommand<IEvent>[] _sent = new Mediator.ICommand<IEvent>[Mask + 1];
    private readonly IEvent[] _events = new IEvent[Mask + 1];
    private readonly Mediator.INotification[] _published = new Mediator.INotification[Mask + 1];
    private readonly BankAccount _account = new();
    private IEvent? _last;

    public MessageLoops(int kinds)
    {
        Random random = new(1);
        for (int i = 0; i <= Mask; i++)
        {
            decimal amount = random.Next(1, 100_000) / 100m;
            (_commands[i], _events[i]) = random.Next(kinds) switch
            {
                0 => ((ICommand)new DepositMoney(amount), (IEvent)new MoneyDeposited(amount, amount)),
                1 => (new WithdrawMoney(amount), new MoneyWithdrawn(amount, amount)),
                _ => (new WriteCheck("1000", amount), new CheckWritten("1000", amount, amount)),
            };
            _sent[i] = (Mediator.ICommand<IEvent>)_commands[i];
            _published[i] = (Mediator.INotification)_events[i];
        }
    }

    public void HandleByHand(int operations)
    {
        for (int i = 0; i < operations; i++)
        {
            _last = HandWrittenSwitch.Handle(_account, _commands[i & Mask]);
        }
    }

    // Generic, as the command bus is: the call goes through the static abstract member.
    public void HandleGenerated<TAggregate>(int operations)
        where TAggregate : class, IAggregate<TAggregate>
    {
        TAggregate account = (TAggregate)(object)_account;
        AggregateContext context = new(TAggregate.AggregateName, "1", 1, "1", DateTimeOffset.UnixEpoch, Metadata.Empty);
        for (int i = 0; i < operations; i++)
        {
            ValueTask<Decision> decision = TAggregate.HandleAsync(account, _commands[i & Mask], context, NoServices.Instance, CancellationToken.None);
            _last = decision.Result[0];
        }
    }

    public void Send(Mediator.Mediator mediator, int operations)
    {
        for (int i = 0; i < operations; i++)
        {
            _last = mediator.Send(_sent[i & Mask]).Result;
        }
    }

    public void SendDeposit(Mediator.Mediator mediator, int operations)
    {
        for (int i = 0; i < operations; i++)
        {
            _last = mediator.Send((DepositMoney)_sent[i & Mask]).Result;
        }
    }

    public void ApplyByHand(int operations)
    {
        for (int i = 0; i < operations; i++)
        {
            HandWrittenSwitch.Apply(_account, _events[i & Mask]);
        }
    }

    public void ApplyGenerated<TAggregate>(int operations)
        where TAggregate : class, IAggregate<TAggregate>
    {
        TAggregate account = (TAggregate)(object)_account;
        for (int i = 0; i < operations; i++)
        {
            account = TAggregate.Apply(account, _events[i & Mask]);
        }
    }

    public void Publish(Mediator.Mediator mediator, int operations)
    {
        for (int i = 0; i < operations; i++)
        {
            mediator.Publish(_published[i & Mask]).GetAwaiter().GetResult();
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
