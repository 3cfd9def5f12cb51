using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Specimens;

[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), 2)]
[JsonDerivedType(typeof(Blank), "blank é")]
public abstract record Shape;

public sealed record Circle(int Radius) : Shape;

public sealed record Square(decimal Side, Shape? Inner) : Shape;

public sealed record Blank : Shape;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Crate), "crate")]
public record Parcel(int Weight);

public sealed record Crate(int Weight, string Wood) : Parcel(Weight);

[JsonDerivedType(typeof(Plain), "plain")]
public interface IThing;

public sealed record Plain(string Name) : IThing;

[Event(ChangesNoState = true)]
public sealed record Hierarchies(Shape One, List<Shape> Many, Parcel Parcel, Dictionary<string, IThing> Things, Shape? None) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Closed(ICommand<Collection> Command, List<IEvent<Collection>> Events) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Stacks(Stack<int> Stack, ConcurrentStack<int> Concurrent, ImmutableStack<string> Immutable) : IEvent<Collection>;
