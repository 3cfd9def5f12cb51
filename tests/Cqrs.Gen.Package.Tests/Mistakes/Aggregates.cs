using Cqrs.Gen;

namespace Mistakes.Aggregates;

public sealed record Open : ICommand<Ledger>;
public sealed record Opened : IEvent<Ledger>;

[Aggregate]
public sealed class Ledger                                                        // CQG1001
{
    private Opened Handle(Open c) => new();

    private void Apply(Opened e)
    {
    }
}

public static class Outer                                                         // CQG1001
{
    [Aggregate]
    public sealed partial class Inner;
}

[Aggregate]
public sealed partial class Generic<T>;                                           // CQG1002

[Aggregate]
public abstract partial class Abstract;                                           // CQG1002

[Aggregate]
public static partial class Static;                                               // CQG1002

[Aggregate]
public sealed partial class WithoutFirstState(string owner)                       // CQG1003
{
    public string Owner { get; } = owner;
}

public sealed record Rename(string Name) : ICommand<Mutable>;
public sealed record Renamed(string Name) : IEvent<Mutable>;

[Aggregate]
public sealed partial class Mutable
{
    public string Name { get; set; } = "";                                        // CQG1009

    internal int Count;                                                           // CQG1009

    private Renamed Handle(Rename c) => new(c.Name);

    private void Apply(Renamed e) => (Name, Count) = (e.Name, Count + 1);
}
