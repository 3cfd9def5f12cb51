namespace Ledgers;

// Each entry says what it was decided upon, so that a log shows whether every decision was made on what came before it. No handler takes a service.
public sealed record Posted(long Amount, long Balance, int Number) : IEvent<Ledger>;

public sealed record Post(long Amount) : ICommand<Ledger>;

public sealed record Take(long Amount) : ICommand<Ledger>;

[Aggregate]
public sealed partial class Ledger
{
    public long Balance { get; private set; }

    public int Number { get; private set; }

    private Posted Handle(Post c) => new(c.Amount, Balance + c.Amount, Number + 1);

    private Decision<Ledger> Handle(Take c) => c.Amount > Balance
        ? UserError.Create("overdrawn", $"{Balance} is less than {c.Amount}", ("balance", Balance))
        : [new Posted(-c.Amount, Balance - c.Amount, Number + 1)];

    private void Apply(Posted e) => (Balance, Number) = (e.Balance, e.Number);
}

/// <summary>Inline: the sum is its own, not the ledger's.</summary>
[Query]
public sealed partial class LedgerPage
{
    public long Sum { get; set; }

    public int Entries { get; set; }

    private void Apply(Posted e)
    {
        Sum += e.Amount;
        Entries++;
    }
}
