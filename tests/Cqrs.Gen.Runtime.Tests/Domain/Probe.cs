namespace Probing;

// An aggregate that can be made to do everything that goes wrong.
public sealed record Added(int Amount) : IEvent<Probe>;

public sealed record Exploded(string Why) : IEvent<Probe>
{
    public string Why { get; } = Why != "refused" ? Why : throw new InvalidOperationException("That is no reason.");
}

public sealed record RatioLost : IEvent<Probe>;

public sealed record Cleared : IEvent<Probe>;

public sealed record Add(int Amount) : ICommand<Probe>;

public sealed record AddMany(int Count) : ICommand<Probe>;

public sealed record AddUpTo(int Amount, int Limit) : ICommand<Probe>;

public sealed record AddSlowly(int Amount) : ICommand<Probe>;

public sealed record AddThenExplode(int Amount) : ICommand<Probe>;

public sealed record Fail(string Why) : ICommand<Probe>;

public sealed record ThrowAt(int Total) : ICommand<Probe>;

public sealed record LoseRatio : ICommand<Probe>;

public sealed record Clear : ICommand<Probe>;

public sealed record DoNothing : ICommand<Probe>;

/// <summary>Called by the handler of <see cref="AddSlowly"/> while the command holds its turn.</summary>
public interface IPause
{
    Task PauseAsync(int amount, CancellationToken cancellationToken);
}

[Aggregate]
public sealed partial class Probe
{
    public int Total { get; private set; }

    public int Count { get; private set; }

    public double Ratio { get; private set; } = 1;

    private Added Handle(Add c) => new(c.Amount);

    private Decision<Probe> Handle(AddMany c) => [.. Enumerable.Repeat(new Added(1), c.Count)];

    private Decision<Probe> Handle(AddUpTo c) => Total + c.Amount > c.Limit
        ? UserError.Create("limit", $"{Total} and {c.Amount} are more than {c.Limit}", ("total", Total))
        : [new Added(c.Amount)];

    private async ValueTask<Decision<Probe>> Handle(AddSlowly c, IPause pause, CancellationToken cancellationToken)
    {
        await pause.PauseAsync(c.Amount, cancellationToken);
        return [new Added(c.Amount)];
    }

    private Decision<Probe> Handle(AddThenExplode c) => [new Added(c.Amount), new Exploded("Apply throws")];

#pragma warning disable CQG1108, CQG3002 // A probe must be able to fail, and to do nothing.
    private Decision<Probe> Handle(Fail c) => throw new InvalidOperationException(c.Why);

    private Decision<Probe> Handle(DoNothing c) => [];

    private Decision<Probe> Handle(ThrowAt c) => Total == c.Total ? throw new InvalidOperationException($"The total is {Total}.") : [];
#pragma warning restore CQG1108, CQG3002

    private RatioLost Handle(LoseRatio c) => new();

    private Cleared Handle(Clear c) => new();

    private void Apply(Added e)
    {
        Total += e.Amount;
        Count++;
    }

#pragma warning disable CQG1103 // A fault in Apply is what tests of it are about.
    private void Apply(Exploded e) => throw new InvalidOperationException(e.Why);
#pragma warning restore CQG1103

    private void Apply(RatioLost e) => Ratio = double.NaN;

    private void Apply(Cleared e) => Total = 0;
}

/// <summary>Inline, and blind to some events; a cleared probe has no document.</summary>
[Query]
public sealed partial record ProbeTotal
{
    public int Total { get; init; }

    private ProbeTotal Apply(Added e) => this with { Total = Total + e.Amount };

    private ProbeTotal? Apply(Cleared e) => null;
}
