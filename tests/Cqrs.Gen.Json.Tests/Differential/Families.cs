using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using static Specimens.Values;

namespace Specimens;

/// <summary>All specimens with their values.</summary>
internal static class Families
{
    public static IReadOnlyList<Family> All { get; } =
    [
        Tokens.Integers, Tokens.Fractions, Tokens.Texts, Tokens.Times, Tokens.Maybes, Tokens.Blob, Tokens.Enums, Tokens.Rarities, Tokens.AnyJson,
        .. Objects.All,
        .. Attributes.All,
        .. Collections.All,
        .. HandlingFamilies.All,
    ];

    public static Family Of(string name) => All.Single(f => f.Specimen.Name == name);

    private static class Tokens
    {
        public static readonly Family Integers = new Family<Integers>(
            Gen.Select(Gen.Select(I8, U8, I16, U16, I32), Gen.Select(U32, I64, U64, Gen.Bool), static (a, b) =>
                new Integers(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, b.Item1, b.Item2, b.Item3, b.Item4)),
            Theirs.Default.Integers);

        public static readonly Family Fractions = new Family<Fractions>(Gen.Select(F32, F64, Money, static (a, b, c) => new Fractions(a, b, c)), Theirs.Default.Fractions);

        public static readonly Family Texts = new Family<Texts>(
            Gen.Select(Text, Letter, Id, Link, Release, Bytes, static (a, b, c, d, e, f) => new Texts(a, b, c, d, e, f)), Theirs.Default.Texts);

        public static readonly Family Times = new Family<Times>(
            Gen.Select(Time, Moment, Date, Clock, Values.Span, static (a, b, c, d, e) => new Times(a, b, c, d, e)), Theirs.Default.Times);

        public static readonly Family Maybes = new Family<Maybes>(
            Gen.Select(
                Gen.Select(Maybe(Gen.Bool), Maybe(I32), Maybe(I64), Maybe(F64), Maybe(Money)),
                Gen.Select(Maybe(Letter), OrNull(Text), Maybe(Id), OrNull(Link), OrNull(Release)),
                Gen.Select(Maybe(Time), Maybe(Moment), Maybe(Date), Maybe(Clock)),
                Gen.Select(Maybe(Values.Span), Maybe(Values.Colour), Maybe(Values.Point), OrNull(Values.Line), OrNull(ListOf(Maybe(I32)))),
                static (a, b, c, d) => new Maybes(
                    a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5,
                    c.Item1, c.Item2, c.Item3, c.Item4, d.Item1, d.Item2, d.Item3, d.Item4, d.Item5)),
            Theirs.Default.Maybes);

        public static readonly Family Blob = new Family<Blob>(Bytes.Select(static a => new Blob(a)), Theirs.Default.Blob) { IsWrittenAlike = false };

        public static readonly Family Enums = new Family<Enums>(
            Gen.Select(
                Values.Colour, Of<Narrow>(), Of<Wide>(), Of<Numbered>(), Of<Rights>(), Of<Labelled>(), static (a, b, c, d, e, f) => new Enums(a, b, c, d, e, f)),
            Theirs.Default.Enums);

        public static readonly Family Rarities = new Family<Rarities>(
            Gen.Select(F16, I128, U128, Bytes, Bytes, Maybe(F16), Maybe(I128), static (a, b, c, d, e, f, g) => new Rarities(a, b, c, d, e, f, g)), Theirs.Default.Rarities) { HasEquality = false };

        public static readonly Family AnyJson = new Family<AnyJson>(
            Gen.Select(Values.AnyJson, Values.AnyJson, OrNull(Values.AnyJson), AnyObject, AnyArray, Scalar, static (a, b, c, d, e, f) => new AnyJson(
                JsonDocument.Parse(a).RootElement, JsonDocument.Parse(b), c is null ? null : JsonNode.Parse(c), JsonNode.Parse(d)!.AsObject(), JsonNode.Parse(e)!.AsArray(), JsonNode.Parse(f)!.AsValue())),
            Theirs.Default.AnyJson) { HasEquality = false };

        private static Gen<T> Of<T>()
            where T : struct, Enum => Gen.OneOf(Enum.GetValues<T>());
    }

    private static class Objects
    {
        public static readonly Family[] All =
        [
            new Family<Positional>(
                Gen.Select(Text, I32, OrNull(Text), Values.Colour, Money, static (a, b, c, d, e) => new Positional(a, b, c, d, e)), Theirs.Default.Positional),
            new Family<Settable>(
                Gen.Select(Text, I32, OrNull(Values.Line), static (a, b, c) => new Settable { Name = a, Count = b, Line = c }), Theirs.Default.Settable),
            new Family<Requiring>(
                Gen.Select(Text, I32, OrNull(Text), static (a, b, c) => new Requiring { Name = a, Age = b, Note = c }), Theirs.Default.Requiring),
            new Family<Mixed>(Gen.Select(Text, I32, Gen.Bool, static (a, b, c) => new Mixed(a) { Size = b, Ready = c }), Theirs.Default.Mixed),
            new Family<Constructed>(Gen.Select(Text, I32, static (a, b) => new Constructed(a, b)), Theirs.Default.Constructed),
            new Family<Marked>(Text.Select(static a => new Marked(a)), Theirs.Default.Marked),
            new Family<Struct>(Gen.Select(I32, Text, Values.Point, static (a, b, c) => new Struct(a, b, c)), Theirs.Default.Struct),
            new Family<Mutable>(Gen.Select(I32, I32, static (a, b) => new Mutable { Field = a, Property = b }), Theirs.Default.Mutable),
            new Family<Leaf>(Gen.Select(Text, Money, Values.Colour, I32, static (a, b, c, d) => new Leaf(a, b, c) { Size = d }), Theirs.Default.Leaf),
            new Family<Generics>(
                Gen.Select(
                    Gen.Select(I32, I32), Gen.Select(OrNull(Text), OrNull(Text)), Gen.Select(Values.Point, Values.Point), Money, Gen.Select(Text, I32),
                    static (a, b, c, d, e) => new Generics(new(a.Item1, a.Item2), new(b.Item1, b.Item2), new(c.Item1, c.Item2), new(d), new(e.Item1, e.Item2))),
                Theirs.Default.Generics),
            new Family<Open>(Text.Select(static a => new Open(new(a))), Theirs.Default.Open),
            new Family<Recursive>(Tree(4), Theirs.Default.Recursive),
        ];

        private static Gen<Recursive> Tree(int depth) => depth == 0
            ? Text.Select(static name => new Recursive(name, null, []))
            : Gen.Select(Text, OrNull(Tree(depth - 1)), Tree(depth - 1).List[0, 2], static (name, left, children) => new Recursive(name, left, children));
    }

    private static class Attributes
    {
        public static readonly Family[] All =
        [
            new Family<Renamed>(
                Gen.Select(Gen.Select(I32, I32, I32, I32), Gen.Select(I32, I32, I32, I32), static (a, b) =>
                    new Renamed(a.Item1, a.Item2, a.Item3, a.Item4, b.Item1, b.Item2, b.Item3, b.Item4)),
                Theirs.Default.Renamed),
            new Family<Included>(Gen.Select(I32, I32, static (a, b) => new Included { Field = a, Hidden = b }), Theirs.Default.Included),
            new Family<Defaults>(
                Gen.Select(I32, OrNull(Text), Values.Point, Values.Colour, I32, static (a, b, c, d, e) => new Defaults(a, b, c, d, e)), Theirs.Default.Defaults),
            new Family<NamedFlags>(
                Gen.Int[0, 15].Select(static a => new NamedFlags((Access)a)), Theirs.Default.NamedFlags),
            new Family<Converted>(
                Gen.Select(I32, Maybe(I32), ListOf(I32), DictionaryOf(Text, I32), Values.Point, Values.Point, static (a, b, c, d, e, f) => new Converted(
                    new(a), b is { } id ? new CustomerId(id) : null, [.. c.Select(static i => new CustomerId(i))], d.ToDictionary(static i => i.Key, static i => new CustomerId(i.Value)), e, f)),
                Theirs.Default.Converted),
            new Family<Omitting>(
                Gen.Select(OrNull(Text), Maybe(I32), OrNull(Values.Line), I32, static (a, b, c, d) => new Omitting(a, b, c, d)), Theirs.Default.Omitting),
        ];
    }

    private static class Collections
    {
        public static readonly Family[] All =
        [
            new Family<Sequences>(
                Gen.Select(
                    Gen.Select(ArrayOf(I32), ArrayOf(Text), SetOf(I32), ListOf(Values.Line)), Gen.Select(ListOf(I32), ArrayOf(I32), ArrayOf(I32)),
                    static (a, b) => new Sequences(new(a.Item1), new(a.Item2), new(a.Item3), new(a.Item4), new(b.Item1), new(b.Item2), b.Item3)),
                Theirs.Default.Sequences) { HasEquality = false },
            new Family<Immutables>(
                Gen.Select(
                    Gen.Select(ArrayOf(Values.Line), ArrayOf(I32), ArrayOf(I32), ArrayOf(I32), ArrayOf(I32)), Gen.Select(DictionaryOf(Text, I32), DictionaryOf(Text, Values.Line), Maybe(ImmutableOf(I32))),
                    static (a, b) => new Immutables(
                        [.. a.Item1], [.. a.Item2], [.. a.Item3], [.. a.Item4], [.. a.Item5],
                        b.Item1.Take(1).ToImmutableDictionary(), b.Item2.ToImmutableSortedDictionary(), b.Item3)),
                Theirs.Default.Immutables) { HasEquality = false, IsWrittenInOrder = false },
            new Family<OtherDictionaries>(
                Gen.Select(
                    DictionaryOf(Text, I32), DictionaryOf(Text, I32), DictionaryOf(Text, I32), DictionaryOf(Text, I32),
                    static (a, b, c, d) => new OtherDictionaries(new(a), new(b), new(c), new(d.Take(1)))),
                Theirs.Default.OtherDictionaries),
            new Family<NumberKeys>(
                Gen.Select(
                    Gen.Select(DictionaryOf(I8, I32), DictionaryOf(U8, I32), DictionaryOf(I16, I32), DictionaryOf(U16, I32), DictionaryOf(I32, I32)),
                    Gen.Select(DictionaryOf(U32, I32), DictionaryOf(I64, I32), DictionaryOf(U64, I32), DictionaryOf(I128, I32), DictionaryOf(U128, I32)),
                    Gen.Select(DictionaryOf(F16, I32), DictionaryOf(F32, I32), DictionaryOf(F64, I32), DictionaryOf(Money, I32), DictionaryOf(Gen.Bool, I32)),
                    static (a, b, c) => new NumberKeys(
                        a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5, c.Item1, c.Item2, c.Item3, c.Item4, c.Item5)),
                Theirs.Default.NumberKeys),
            new Family<TextKeys>(
                Gen.Select(
                    Gen.Select(DictionaryOf(Letter, I32), DictionaryOf(Id, I32), DictionaryOf(Link, I32), DictionaryOf(Release, I32), DictionaryOf(Time, I32)),
                    Gen.Select(DictionaryOf(Moment, I32), DictionaryOf(Date, I32), DictionaryOf(Clock, I32), DictionaryOf(Values.Span, I32), DictionaryOf(Values.Colour, I32)),
                    static (a, b) => new TextKeys(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5)),
                Theirs.Default.TextKeys),
            new Family<Lists>(
                Gen.Select(
                    Gen.Select(ArrayOf(I32), ArrayOf(OrNull(Text)), ListOf(Values.Line), ListOf(I32), ListOf(Money)),
                    Gen.Select(ListOf(Text), ListOf(Id), ListOf(Gen.Bool), ListOf(OrNull(Values.Line)), ListOf(Bytes)),
                    Gen.Select(ArrayOf(ArrayOf(I32)), ListOf(ListOf(Text)), ArrayOf(Values.Colour), ImmutableOf(Values.Point)),
                    static (a, b, c) => new Lists(
                        a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5, c.Item1, c.Item2, c.Item3, c.Item4)),
                Theirs.Default.Lists),
            new Family<Sets>(Gen.Select(SetOf(Text), SetOf(I32), SetOf(Id), static (a, b, c) => new Sets(a, b, c)), Theirs.Default.Sets),
            new Family<WriteOnlyForThem>(
                Gen.Select(SetOf(I32), ListOf(I32), SetOf(I32), ArrayOf(I32), DictionaryOf(Text, I32), static (a, b, c, d, e) =>
                    new WriteOnlyForThem(a, new(b), new(c), d.Take(1).ToFrozenSet(), e.Take(1).ToFrozenDictionary())),
                Theirs.Default.WriteOnlyForThem) { IsReadByThem = false, HasEquality = false },
            new Family<Dictionaries>(
                Gen.Select(
                    DictionaryOf(Text, I32), DictionaryOf(Text, Values.Line), DictionaryOf(Text, OrNull(Text)), DictionaryOf(Text, ListOf(I32)), DictionaryOf(Text, DictionaryOf(Text, Money)),
                    static (a, b, c, d, e) => new Dictionaries(a, b, c, d, e)),
                Theirs.Default.Dictionaries),
        ];
    }
}
