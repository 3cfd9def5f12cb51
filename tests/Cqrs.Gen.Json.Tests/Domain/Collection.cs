namespace Specimens;

/// <summary>The aggregate whose events are the specimens: each shows one family of types or attributes.</summary>
[Aggregate]
public sealed partial class Collection
{
    private static Positional Handle(Add c) => new(c.Name, c.Count);

    private static Marked Handle(Remove c) => new(c.Name);

    private static Constructed Handle(Clear c) => new(c.ToString(), 0);
}

public sealed record Add(string Name, int Count) : ICommand<Collection>;

public sealed record Remove(string Name) : ICommand<Collection>;

public sealed record Clear : ICommand<Collection>;
