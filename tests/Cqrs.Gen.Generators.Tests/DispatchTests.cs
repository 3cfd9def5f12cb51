using System.Reflection;

namespace Cqrs.Gen.Generators.Tests;

/// <summary>What the generated dispatch does with commands.</summary>
public sealed class DispatchTests
{
    private const string Account = """
        namespace Bank;
        public sealed record Opened(string Owner) : IEvent<Account>;
        public sealed record Deposited(decimal Amount) : IEvent<Account>;
        public sealed record Open(string Owner) : ICommand<Account>;
        public sealed record Deposit(decimal Amount) : ICommand<Account>;
        public sealed record Withdraw(decimal Amount) : ICommand<Account>;
        public sealed record DepositTwice(decimal Amount) : ICommand<Account>;
        public sealed record WriteCheck(string Number) : ICommand<Account>;
        public sealed record Orphan : ICommand<Account>;
        [Aggregate]
        public sealed partial class Account
        {
            private decimal _balance;
            private static Opened Handle(Open c) => new(c.Owner);
            private Deposited Handle(Deposit c) => new(c.Amount);
            private Decision<Account> Handle(Withdraw c) => c.Amount > _balance ? UserError.Create("insufficient-funds", "No.") : [];
            private async Task<Decision<Account>> Handle(DepositTwice c) { await Task.Yield(); return [new Deposited(c.Amount), new Deposited(c.Amount)]; }
            private Deposited? Handle(WriteCheck c, Func<string, bool> print) => print(c.Number) ? new(1) : null;
            private void Apply(Opened e) { }
            private void Apply(Deposited e) => _balance += e.Amount;
        }
        """;

    private readonly Assembly _assembly = GeneratorRun.Of(Account).Load();
    private readonly AggregateProbe _account;
    private readonly object _opened;

    public DispatchTests()
    {
        _account = AggregateProbe.Of(_assembly, "Bank.Account");
        _opened = _account.Apply(null, New("Opened", "Ann"));
    }

    [Fact]
    public async Task A_static_handler_creates_the_aggregate()
    {
        Decision decision = await _account.HandleAsync(null, New("Open", "Ann"));

        Assert.Equal(New("Opened", "Ann"), Assert.IsType<IEvent>(decision[0], exactMatch: false));
        Assert.Equal(1, decision.Count);
    }

    [Fact]
    public async Task A_static_handler_refuses_when_the_aggregate_exists()
    {
        Decision decision = await _account.HandleAsync(_opened, New("Open", "Ann"));

        Assert.Equal(UserError.AggregateAlreadyExists("account", "id-1"), decision.Error);
    }

    [Fact]
    public async Task Another_handler_refuses_when_the_aggregate_does_not_exist()
    {
        Decision decision = await _account.HandleAsync(null, New("Deposit", 1m));

        Assert.Equal(UserError.AggregateNotFound("account", "id-1"), decision.Error);
    }

    [Fact]
    public async Task A_refusal_passes_through() =>
        Assert.Equal("insufficient-funds", (await _account.HandleAsync(_opened, New("Withdraw", 1m))).Error?.Code);

    [Fact]
    public async Task An_async_handler_is_awaited() => Assert.Equal(2, (await _account.HandleAsync(_opened, New("DepositTwice", 1m))).Count);

    [Fact]
    public async Task A_service_comes_from_the_provider()
    {
        Provider services = new(static number => number == "7");
        Provider refusing = new(static number => false);

        Assert.True(_account.RequiresServices);
        Assert.Equal(1, (await _account.HandleAsync(_opened, New("WriteCheck", "7"), services)).Count);
        Assert.Equal(0, (await _account.HandleAsync(_opened, New("WriteCheck", "7"), refusing)).Count);
    }

    [Fact]
    public async Task A_missing_service_names_the_handler_and_the_service()
    {
        CompositionException fault = await Assert.ThrowsAsync<CompositionException>(async () => await _account.HandleAsync(_opened, New("WriteCheck", "7")));

        Assert.Contains("Account.Handle(WriteCheck)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("System.Func", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_without_a_handler_is_a_fault()
    {
        CommandNotHandledException fault = await Assert.ThrowsAsync<CommandNotHandledException>(async () => await _account.HandleAsync(_opened, New("Orphan")));

        Assert.Equal("account", fault.AggregateName);
        Assert.Equal("Bank.Orphan", fault.CommandType.FullName);
    }

    [Fact]
    public async Task An_aggregate_without_static_handlers_starts_from_its_default_state()
    {
        Assembly assembly = GeneratorRun.Of("""
            namespace Bank;
            public sealed record Counted(int To) : IEvent<Counter>;
            public sealed record Count : ICommand<Counter>;
            [Aggregate] public sealed partial class Counter { private int _total = 41; Counted Handle(Count c) => new(_total + 1); void Apply(Counted e) => _total = e.To; }
            """).Load();

        Decision decision = await AggregateProbe.Of(assembly, "Bank.Counter").HandleAsync(null, Activator.CreateInstance(assembly.GetType("Bank.Count")!)!);

        Assert.Equal("Counted { To = 42 }", decision[0].ToString());
    }

    private object New(string type, params object[] arguments) => Activator.CreateInstance(_assembly.GetType("Bank." + type, throwOnError: true)!, arguments)!;

    private sealed class Provider(Func<string, bool> print) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Func<string, bool>) ? print : null;
    }
}
