namespace Specimens;

public readonly record struct Point(int X, int Y);

public sealed record Line(string Product, int Quantity, decimal Price);

[Event(ChangesNoState = true)]
public sealed record Positional(string Owner, int Age = 18, string? Note = "none", Colour Colour = Colour.Blue, decimal Rate = 1.5m) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed class Settable : IEvent<Collection>
{
    public string Name { get; set; } = "unnamed";

    public int Count { get; set; }

    public Line? Line { get; set; }

    public int Twice => unchecked(Count * 2);
}

[Event(ChangesNoState = true)]
public sealed class Requiring : IEvent<Collection>
{
    public required string Name { get; init; }

    public required int Age { get; set; }

    public string? Note { get; init; }
}

[Event(ChangesNoState = true)]
public sealed record Mixed(string Id) : IEvent<Collection>
{
    public int Size { get; init; }

    public required bool Ready { get; init; }
}

[Event(ChangesNoState = true)]
public sealed class Constructed(string name, int size) : IEvent<Collection>
{
    public string Name { get; } = name;

    public int Size { get; } = size;
}

[Event(ChangesNoState = true)]
public sealed class Marked : IEvent<Collection>
{
    public Marked()
    {
    }

    [JsonConstructor]
    public Marked(string name) => Name = name;

    public string Name { get; } = "";
}

[Event(ChangesNoState = true)]
public readonly record struct Struct(int X, string Y, Point Point) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public struct Mutable : IEvent<Collection>
{
    [JsonInclude]
    public int Field;

    public int Property { get; set; }
}

public abstract record Root(string Id)
{
    public virtual int Size { get; init; }
}

public abstract record Trunk(string Id, decimal Weight) : Root(Id);

[Event(ChangesNoState = true)]
public sealed record Leaf(string Id, decimal Weight, Colour Colour) : Trunk(Id, Weight), IEvent<Collection>
{
    public override int Size { get; init; }
}

public sealed record Span<T>(T From, T To);

public static class Outer<T>
{
    public sealed record Inner(T Value);
}

[Event(ChangesNoState = true)]
public sealed record Generics(Span<int> Numbers, Span<string?> Texts, Span<Point> Points, Outer<decimal>.Inner Inner, KeyValuePair<string, int> Pair) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Recursive(string Name, Recursive? Left, List<Recursive> Children) : IEvent<Collection>;

public record Animal(string Name);

public sealed record Dog(string Name, int Legs) : Animal(Name);

[Event(ChangesNoState = true)]
public sealed record Open(Animal Animal) : IEvent<Collection>;
