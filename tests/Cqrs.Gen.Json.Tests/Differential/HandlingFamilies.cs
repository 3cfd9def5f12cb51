using System.Collections.Immutable;
using static Specimens.Values;

namespace Specimens;

/// <summary>Specimens of what changes how types are written and read: handling, callbacks, hierarchies.</summary>
internal static class HandlingFamilies
{
    private static readonly Gen<double> AnyDouble = Edges(F64, double.NaN, double.PositiveInfinity, double.NegativeInfinity);

    private static readonly Gen<Shape> Shapes = Gen.Recursive<Shape>(static (depth, inner) => Gen.Frequency(
        (2, I32.Select(static r => (Shape)new Circle(r))),
        (1, Gen.Const((Shape)new Blank())),
        (depth < 4 ? 2 : 0, Gen.Select(Money, OrNull(inner), static (side, shape) => (Shape)new Square(side, shape)))));

    private static readonly Gen<Parcel> Parcels = Gen.Select(I32, OrNull(Text), static (weight, wood) => wood is null ? new Parcel(weight) : new Crate(weight, wood));

    private static readonly Gen<ICommand<Collection>> Commands = Gen.Frequency(
        (2, Gen.Select(Text, I32, static (name, count) => (ICommand<Collection>)new Add(name, count))),
        (1, Text.Select(static name => (ICommand<Collection>)new Remove(name))),
        (1, Gen.Const((ICommand<Collection>)new Clear())));

    private static readonly Gen<IEvent<Collection>> Events = Gen.Frequency(
        (1, Gen.Select(Text, I32, static (name, size) => (IEvent<Collection>)new Constructed(name, size))), (1, Text.Select(static name => (IEvent<Collection>)new Marked(name))));

    public static IReadOnlyList<Family> All { get; } =
    [
        new Family<QuotedNumbers>(
            Gen.Select(
                Gen.Select(I32, U64, Money, I128, AnyDouble), Gen.Select(Maybe(I32), ListOf(I64), DictionaryOf(Text, I32), U32, Edges(F32, float.NaN, float.PositiveInfinity)),
                static (a, b) => new QuotedNumbers(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5)),
            Theirs.Default.QuotedNumbers),
        new Family<QuotedType>(
            Gen.Select(I32, ListOf(I32), ArrayOf(ArrayOf(I32)), Values.Line, I32, Maybe(AnyDouble), static (a, b, c, d, e, f) => new QuotedType(a, b, c, d, e, f)), Theirs.Default.QuotedType),
        new Family<Extended>(
            Gen.Select(I32, OrNull(Text), OrNull(DictionaryOf(Text.Select(static name => "-" + name), Values.AnyJson)), static (a, b, more) => new Extended
            {
                A = a,
                B = b,
                More = more is { Count: > 0 } ? more.ToDictionary(static m => m.Key, static m => JsonDocument.Parse(m.Value).RootElement) : null,
            }),
            Theirs.Default.Extended) { HasEquality = false },
        new Family<Told>(I32.Select(static a => new Told { Number = a }), Theirs.Default.Told) { HasEquality = false },
        new Family<Populated>(
            Gen.Select(ListOf(I32), DictionaryOf(Text, Values.Line), OrNull(ListOf(Text)), static (list, lines, settable) =>
            {
                Populated made = new() { Settable = settable };
                made.List.AddRange(list);
                foreach ((string key, Line line) in lines)
                {
                    made.Lines.Add(key, line);
                }

                return made;
            }),
            Theirs.Default.Populated),
        new Family<Hidden>(Gen.Select(I32, Text, I32, static (a, b, c) => new Hidden(a, b, c)), TheirsAtRunTime.Of<Hidden>()),
        new Family<Tuples>(
            Gen.Select(
                Gen.Select(I32, Text), Maybe(Gen.Select(I32, Values.Point)), ListOf(Gen.Select(OrNull(Text), I32)), Gen.Select(I32, Text), I32,
                static (two, maybe, list, reference, last) => new Tuples(two, maybe, list, Tuple.Create(reference.Item1, reference.Item2), (1, 2, 3, 4, 5, 6, 7, 8, last))),
            TheirsAtRunTime.Of<Tuples>()), // their generator writes the eighth item of nine twice
        new Family<Drawn>(
            Gen.Select(I32, I32, Gen.Float[-1e9f, 1e9f], Gen.Float[-1e9f, 1e9f], static (a, b, c, d) => new Drawn(new(a, b), new(c, d), new(c, d, c))), Theirs.Default.Drawn) { HasEquality = false },
        new Family<Hierarchies>(
            Gen.Select(
                Shapes, ListOf(Shapes), Parcels, DictionaryOf(Text, Text.Select(static name => (IThing)new Plain(name))), OrNull(Shapes),
                static (a, b, c, d, e) => new Hierarchies(a, b, c, d, e)),
            Theirs.Default.Hierarchies),
        new Family<Closed>(Gen.Select(Commands, ListOf(Events), static (a, b) => new Closed(a, b)), TheirsAtRunTime.Of<Closed>()),
        new Family<Stacks>(
            Gen.Select(ArrayOf(I32), ArrayOf(I32), ArrayOf(Text), static (a, b, c) => new Stacks(new(a), new(b), ImmutableStack.Create(c))), Theirs.Default.Stacks) { IsReadAlike = false, HasEquality = false },
    ];
}
