// Hand-written stand-in for what the generator will emit, for use until it lands. Same contracts, plain JSON.
#nullable enable
using System.Text.Json;
using Cqrs.Gen;

namespace Bank;

public sealed record AccountOpened(string Owner) : IEvent<BankAccount>;
public sealed record MoneyDeposited(decimal Amount, decimal Balance) : IEvent<BankAccount>;
public sealed record MoneyWithdrawn(decimal Amount, decimal Balance) : IEvent<BankAccount>;

public sealed record OpenAccount(string Owner) : ICommand<BankAccount>;
public sealed record DepositMoney(decimal Amount) : ICommand<BankAccount>;
public sealed record WithdrawMoney(decimal Amount) : ICommand<BankAccount>;
public sealed record WriteCheck(string Number, decimal Amount) : ICommand<BankAccount>;

public interface ICheckPrinter { ValueTask<bool> PrintAsync(string number, decimal amount, CancellationToken ct); }

public sealed partial class BankAccount
{
    public string Owner { get; private set; } = "";
    public decimal Balance { get; private set; }

    private static AccountOpened Handle(OpenAccount c) => new(c.Owner);
    private MoneyDeposited Handle(DepositMoney c) => new(c.Amount, Balance + c.Amount);
    private Decision<BankAccount> Handle(WithdrawMoney c) => c.Amount > Balance
        ? UserError.Create("insufficient-funds", $"{Balance} is less than {c.Amount}", ("balance", Balance), ("amount", c.Amount))
        : [new MoneyWithdrawn(c.Amount, Balance - c.Amount)];
    private async ValueTask<Decision<BankAccount>> Handle(WriteCheck c, ICheckPrinter printer, CancellationToken ct)
    {
        if (c.Amount > Balance) return UserError.Create("insufficient-funds", $"{Balance} is less than {c.Amount}");
        if (!await printer.PrintAsync(c.Number, c.Amount, ct)) return UserError.Create("check-refused", $"Check {c.Number} was refused.", ("number", c.Number));
        return [new MoneyWithdrawn(c.Amount, Balance - c.Amount)];
    }

    private void Apply(AccountOpened e) => Owner = e.Owner;
    private void Apply(MoneyDeposited e) => Balance = e.Balance;
    private void Apply(MoneyWithdrawn e) => Balance = e.Balance;
}

public sealed partial class BankAccount : IAggregate<BankAccount>
{
    private static readonly EventDescriptor AccountOpenedEvent = new("account-opened", 1, typeof(AccountOpened));
    private static readonly EventDescriptor MoneyDepositedEvent = new("money-deposited", 1, typeof(MoneyDeposited));
    private static readonly EventDescriptor MoneyWithdrawnEvent = new("money-withdrawn", 1, typeof(MoneyWithdrawn));
    private static readonly EventDescriptor[] AllEvents = [AccountOpenedEvent, MoneyDepositedEvent, MoneyWithdrawnEvent];

    static string IAggregate<BankAccount>.AggregateName => "bank-account";
    static Type IAggregate<BankAccount>.Contract => typeof(BankAccount);
    static bool ICommandHandler<BankAccount>.RequiresServices => true;
    static ReadOnlySpan<EventDescriptor> IEventSerializer<BankAccount>.Events => AllEvents;
    static string IStateSerializer<BankAccount>.Fingerprint => "reference-1";

    static ValueTask<Decision> ICommandHandler<BankAccount>.HandleAsync(
        BankAccount? state, ICommand command, in AggregateContext context, IServiceProvider services, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case OpenAccount c:
                return state is not null
                    ? new(Decision.Refuse(UserError.AggregateAlreadyExists(context.AggregateName, context.AggregateId)))
                    : new(Decision.Of(Handle(c)));
            case DepositMoney c:
                return state is null ? Missing(context) : new(Decision.Of(state.Handle(c)));
            case WithdrawMoney c:
                return state is null ? Missing(context) : new(state.Handle(c).Untyped);
            case WriteCheck c:
                if (state is null) return Missing(context);
                if (services.GetService(typeof(ICheckPrinter)) is not ICheckPrinter printer)
                    throw CompositionException.MissingService(typeof(ICheckPrinter), "BankAccount.Handle(WriteCheck)");
                return Decision.Await(state.Handle(c, printer, cancellationToken));
            default:
                throw new CommandNotHandledException("bank-account", command.GetType());
        }

        static ValueTask<Decision> Missing(in AggregateContext context) =>
            new(Decision.Refuse(UserError.AggregateNotFound(context.AggregateName, context.AggregateId)));
    }

    static BankAccount IEventHandler<BankAccount>.Apply(BankAccount? state, IEvent e)
    {
        switch (e)
        {
            case AccountOpened x: (state ??= new()).Apply(x); return state;
            case MoneyDeposited x: (state ??= new()).Apply(x); return state;
            case MoneyWithdrawn x: (state ??= new()).Apply(x); return state;
            default: throw new EventNotAppliedException("bank-account", e.GetType());
        }
    }

    static EventDescriptor IEventSerializer<BankAccount>.WriteEvent(IEvent e, PayloadWriter output)
    {
        Utf8JsonWriter json = output.Json;
        EventDescriptor descriptor;
        json.WriteStartObject();
        switch (e)
        {
            case AccountOpened x: json.WriteString("owner"u8, x.Owner); descriptor = AccountOpenedEvent; break;
            case MoneyDeposited x: json.WriteNumber("amount"u8, x.Amount); json.WriteNumber("balance"u8, x.Balance); descriptor = MoneyDepositedEvent; break;
            case MoneyWithdrawn x: json.WriteNumber("amount"u8, x.Amount); json.WriteNumber("balance"u8, x.Balance); descriptor = MoneyWithdrawnEvent; break;
            default: throw new EventNotAppliedException("bank-account", e.GetType());
        }
        json.WriteEndObject();
        output.Flush();
        return descriptor;
    }

    static IEvent? IEventSerializer<BankAccount>.ReadEvent(ReadOnlySpan<byte> name, int version, ReadOnlySpan<byte> payload)
    {
        if (version != 1) return null;
        if (name.SequenceEqual("account-opened"u8)) { JsonElement j = Parse(payload); return new AccountOpened(Text(j, "owner")); }
        if (name.SequenceEqual("money-deposited"u8)) { JsonElement j = Parse(payload); return new MoneyDeposited(Number(j, "amount"), Number(j, "balance")); }
        if (name.SequenceEqual("money-withdrawn"u8)) { JsonElement j = Parse(payload); return new MoneyWithdrawn(Number(j, "amount"), Number(j, "balance")); }
        return null;
    }

    static void ICommandSerializer<BankAccount>.WriteCommand(ICommand command, PayloadWriter output)
    {
        Utf8JsonWriter json = output.Json;
        json.WriteStartObject();
        switch (command)
        {
            case OpenAccount x: json.WriteString("$type"u8, "open-account"u8); json.WriteString("owner"u8, x.Owner); break;
            case DepositMoney x: json.WriteString("$type"u8, "deposit-money"u8); json.WriteNumber("amount"u8, x.Amount); break;
            case WithdrawMoney x: json.WriteString("$type"u8, "withdraw-money"u8); json.WriteNumber("amount"u8, x.Amount); break;
            case WriteCheck x: json.WriteString("$type"u8, "write-check"u8); json.WriteString("number"u8, x.Number); json.WriteNumber("amount"u8, x.Amount); break;
            default: throw new CommandNotHandledException("bank-account", command.GetType());
        }
        json.WriteEndObject();
        output.Flush();
    }

    static ICommand ICommandSerializer<BankAccount>.ReadCommand(ReadOnlySpan<byte> json)
    {
        JsonElement j = Parse(json);
        return Text(j, "$type") switch
        {
            "open-account" => new OpenAccount(Text(j, "owner")),
            "deposit-money" => new DepositMoney(Number(j, "amount")),
            "withdraw-money" => new WithdrawMoney(Number(j, "amount")),
            "write-check" => new WriteCheck(Text(j, "number"), Number(j, "amount")),
            string other => throw new PayloadException($"The aggregate bank-account has no command \"{other}\".", "$.$type", 0),
        };
    }

    static void IStateSerializer<BankAccount>.WriteState(BankAccount state, PayloadWriter output)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("owner"u8, state.Owner);
        output.Json.WriteNumber("balance"u8, state.Balance);
        output.Json.WriteEndObject();
        output.Flush();
    }

    static BankAccount IStateSerializer<BankAccount>.ReadState(ReadOnlySpan<byte> json)
    {
        JsonElement j = Parse(json);
        return new BankAccount { Owner = Text(j, "owner"), Balance = Number(j, "balance") };
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        try { using JsonDocument d = JsonDocument.Parse(json.ToArray()); return d.RootElement.Clone(); }
        catch (JsonException e) { throw new PayloadException("It is not JSON.", "$", e.BytePositionInLine ?? 0, e); }
    }
    private static string Text(JsonElement j, string n) => j.TryGetProperty(n, out JsonElement v) && v.ValueKind == JsonValueKind.String
        ? v.GetString()! : throw new PayloadException($"The member \"{n}\" is missing or not a string.", "$." + n, 0);
    private static decimal Number(JsonElement j, string n) => j.TryGetProperty(n, out JsonElement v) && v.ValueKind == JsonValueKind.Number
        ? v.GetDecimal() : throw new PayloadException($"The member \"{n}\" is missing or not a number.", "$." + n, 0);
}

public sealed partial class AccountSummary : IQuery<AccountSummary>
{
    private static readonly EventSource[] AllSources =
        [new("bank-account", "account-opened"), new("bank-account", "money-deposited"), new("bank-account", "money-withdrawn")];

    public string Owner { get; set; } = "";
    public decimal Balance { get; set; }
    public int Transactions { get; set; }

    private void Apply(AccountOpened e) => Owner = e.Owner;
    private void Apply(MoneyDeposited e) { Balance = e.Balance; Transactions++; }
    private void Apply(MoneyWithdrawn e, EventContext context) { Balance = e.Balance; Transactions++; }

    static string IQuery<AccountSummary>.QueryName => "account-summary";
    static QueryConsistency IQuery<AccountSummary>.Consistency => QueryConsistency.Inline;
    static ReadOnlySpan<EventSource> IEventConsumer<AccountSummary>.Sources => AllSources;
    static bool IEventConsumer<AccountSummary>.HasKeys => false;
    static bool IEventConsumer<AccountSummary>.Consumes(IEvent e) => e is AccountOpened or MoneyDeposited or MoneyWithdrawn;
    static void IEventConsumer<AccountSummary>.AddKeys(IEvent e, in EventContext context, ICollection<string> keys) => keys.Add(context.AggregateId);
    static AccountSummary? IEventConsumer<AccountSummary>.Apply(AccountSummary? document, IEvent e, in EventContext context)
    {
        switch (e)
        {
            case AccountOpened x: (document ??= new()).Apply(x); return document;
            case MoneyDeposited x: (document ??= new()).Apply(x); return document;
            case MoneyWithdrawn x: (document ??= new()).Apply(x, context); return document;
            default: throw new EventNotAppliedException("account-summary", e.GetType());
        }
    }
    static string IStateSerializer<AccountSummary>.Fingerprint => "reference-1";
    static void IStateSerializer<AccountSummary>.WriteState(AccountSummary state, PayloadWriter output)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("owner"u8, state.Owner);
        output.Json.WriteNumber("balance"u8, state.Balance);
        output.Json.WriteNumber("transactions"u8, state.Transactions);
        output.Json.WriteEndObject();
        output.Flush();
    }
    static AccountSummary IStateSerializer<AccountSummary>.ReadState(ReadOnlySpan<byte> json)
    {
        using JsonDocument d = JsonDocument.Parse(json.ToArray());
        JsonElement j = d.RootElement;
        return new AccountSummary { Owner = j.GetProperty("owner").GetString()!, Balance = j.GetProperty("balance").GetDecimal(), Transactions = j.GetProperty("transactions").GetInt32() };
    }
}

public sealed class BankModule : IModule
{
    static string IModule.ModuleName => "Bank";
    static void IModule.Accept(IModuleVisitor visitor) { visitor.VisitAggregate<BankAccount>(); visitor.VisitQuery<AccountSummary>(); }
}
