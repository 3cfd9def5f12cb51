using System.Collections.Immutable;

namespace Specimens;

/// <summary>Values of single types, with those at the edges more often than chance would have them.</summary>
internal static class Values
{
    public static readonly Gen<char> Letter = Gen.Frequency(
        (6, Gen.Char[' ', '~']), (1, Gen.Char['\0', '\x1f']), (1, Gen.Char['\x7f', '\u07ff']), (1, Gen.Char['\u0800', '\ud7ff']), (1, Gen.Char['\ue000', '\uffff']));

    public static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Char['a', 'z'].Array[0, 20].Select(static letters => new string(letters))),
        (2, Gen.Frequency((9, Letter.Select(static c => c.ToString())), (1, Gen.OneOf("😀", "\U0010ffff", "\"", "\\", "</a>", "\u2028"))).Array[0, 20].Select(string.Concat)));

    public static readonly Gen<sbyte> I8 = Gen.SByte;
    public static readonly Gen<byte> U8 = Gen.Byte;
    public static readonly Gen<short> I16 = Gen.Short;
    public static readonly Gen<ushort> U16 = Gen.UShort;
    public static readonly Gen<int> I32 = Edges(Gen.Int, 0, 1, -1, 10, int.MinValue, int.MaxValue);
    public static readonly Gen<uint> U32 = Edges(Gen.UInt, 0u, uint.MaxValue);
    public static readonly Gen<long> I64 = Edges(Gen.Long, 0, -1, 999_999_999_999_999_999, 1_000_000_000_000_000_000, long.MinValue, long.MaxValue);
    public static readonly Gen<ulong> U64 = Edges(Gen.ULong, 0ul, 1_000_000_000_000_000_000ul, ulong.MaxValue);
    public static readonly Gen<float> F32 = Edges(Gen.Float.Where(float.IsFinite), 0f, -0f, 0.1f, float.Epsilon, float.MinValue, float.MaxValue, 1e20f);
    public static readonly Gen<double> F64 = Edges(Gen.Double.Where(double.IsFinite), 0d, -0d, 0.1, 1e15, 1e16, 1e-5, double.Epsilon, double.MinValue, double.MaxValue, 5e-324);

    public static readonly Gen<decimal> Money = Gen.Frequency(
        (2, Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[0, 10], static (digits, scale) => digits * Scaled(scale))),
        (2, Gen.Decimal),
        (1, Gen.OneOf(0m, 0.00m, -0.0m, 1.10m, -1.10m, 1e-28m, decimal.MinValue, decimal.MaxValue, 7.9228162514264337593543950335m, 1234567890123456.78m, 123456789012345678.9m)));

    public static readonly Gen<Half> F16 = Edges(Gen.Float[-70_000f, 70_000f].Select(static v => (Half)v).Where(Half.IsFinite), (Half)0, (Half)(-0f), Half.Epsilon, Half.MaxValue, (Half)0.1f);
    public static readonly Gen<Int128> I128 = Edges(Gen.Select(Gen.ULong, Gen.ULong, static (a, b) => new Int128(a, b)), Int128.Zero, Int128.MinValue, Int128.MaxValue, -1, long.MinValue);
    public static readonly Gen<UInt128> U128 = Edges(Gen.Select(Gen.ULong, Gen.ULong, static (a, b) => new UInt128(a, b)), UInt128.Zero, UInt128.MaxValue, ulong.MaxValue);

    public static readonly Gen<Guid> Id = Edges(Gen.Guid, Guid.Empty, Guid.AllBitsSet);
    public static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 40];

    public static readonly Gen<Version> Release = Gen.Frequency(
        (1, Gen.Select(Gen.Int[0, 100], Gen.Int[0, int.MaxValue], static (a, b) => new Version(a, b))),
        (1, Gen.Select(Gen.Int[0, 100], Gen.Int[0, 9], Gen.Int[0, 9], static (a, b, c) => new Version(a, b, c))),
        (1, Gen.Select(Gen.Int[0, 100], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, int.MaxValue], static (a, b, c, d) => new Version(a, b, c, d))));

    public static readonly Gen<Uri> Link = Gen.Frequency(
        (1, Gen.OneOf("https://example.org/a b?q=é#f", "urn:isbn:0451450523", "mailto:a@b", "file:///tmp/x", "http://例え.jp/").Select(static s => new Uri(s))),
        (1, Gen.Char['a', 'z'].Array[1, 10].Select(static s => new Uri(new string(s) + "/x?é=<&>", UriKind.Relative))));

    public static readonly Gen<DateTime> Time = Gen.Select(
        Ticks(DateTime.MaxValue.Ticks), Gen.OneOf(DateTimeKind.Utc, DateTimeKind.Unspecified, DateTimeKind.Local), static (ticks, kind) => new DateTime(ticks, kind));

    public static readonly Gen<DateTimeOffset> Moment = Gen.Frequency(
        (4, Gen.Select(Gen.Int[-840, 840], Ticks(DateTime.MaxValue.Ticks - (2 * TimeSpan.TicksPerDay)), static (offset, ticks) => new DateTimeOffset(ticks + TimeSpan.TicksPerDay, TimeSpan.FromMinutes(offset)))),
        (1, Gen.OneOf(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch)));

    public static readonly Gen<DateOnly> Date = Edges(Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber), DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29));
    public static readonly Gen<TimeOnly> Clock = Ticks(TimeOnly.MaxValue.Ticks).Select(static ticks => new TimeOnly(ticks));
    public static readonly Gen<TimeSpan> Span = Edges(Gen.Long.Select(static ticks => new TimeSpan(ticks)), TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, new(0, 1, 2), new(-1, 0, 0, 0), new(-1));

    /// <summary>JSON that holds one value, as a string, a number or one of the three names.</summary>
    public static readonly Gen<string> Scalar = Gen.Frequency(
        (2, Text.Select(static s => $"\"{JsonEncodedText.Encode(s)}\"")), (1, Gen.OneOf("true", "false", "0", "-0", "-1.50", "1e2", "1E-400", "123456789012345678901234567890")), (1, Gen.Int.Select(static i => $"{i}")));

    public static readonly Gen<string> AnyArray = Gen.Frequency((3, Scalar), (1, Gen.Const("null")), (1, Gen.Const("{\"a\":[]}"))).Array[0, 4].Select(static items => $"[{string.Join(',', items)}]");

    public static readonly Gen<string> AnyObject = Gen.Frequency((2, Scalar), (1, AnyArray), (1, Gen.Const("null"))).Array[0, 4].Select(
        static values => $"{{{string.Join(',', values.Select(static (v, i) => $"\"{(char)('a' + i)} \\u00E9\":{v}"))}}}");

    public static readonly Gen<string> AnyJson = Gen.Frequency((2, Scalar), (1, AnyArray), (1, AnyObject));

    public static readonly Gen<Colour> Colour = Gen.OneOf(Enum.GetValues<Colour>());
    public static readonly Gen<Point> Point = Gen.Select(I32, I32, static (x, y) => new Point(x, y));
    public static readonly Gen<Line> Line = Gen.Select(Text, I32, Money, static (product, quantity, price) => new Line(product, quantity, price));

    public static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.Frequency((1, Gen.Const((T?)null)), (2, values.Select(static v => (T?)v)));

    public static Gen<T?> OrNull<T>(Gen<T> values)
        where T : class => Gen.Frequency((1, Gen.Const((T?)null)), (2, values.Select(static v => (T?)v)));

    public static Gen<List<T>> ListOf<T>(Gen<T> values) => values.List[0, 4];

    public static Gen<T[]> ArrayOf<T>(Gen<T> values) => values.Array[0, 4];

    public static Gen<HashSet<T>> SetOf<T>(Gen<T> values) => values.Array[0, 4].Select(static v => v.ToHashSet());

    public static Gen<ImmutableArray<T>> ImmutableOf<T>(Gen<T> values) => values.Array[0, 4].Select(static v => v.ToImmutableArray());

    public static Gen<Dictionary<TKey, TValue>> DictionaryOf<TKey, TValue>(Gen<TKey> keys, Gen<TValue> values)
        where TKey : notnull => Gen.Select(keys, values).Array[0, 4].Select(static entries =>
    {
        Dictionary<TKey, TValue> result = [];
        foreach ((TKey key, TValue value) in entries)
        {
            result[key] = value;
        }

        return result;
    });

    public static Gen<T> Edges<T>(Gen<T> values, params T[] edges) => Gen.Frequency((4, values), (1, Gen.OneOf(edges)));

    // Whole seconds, whole milliseconds and the last tick are written with fewer or more digits.
    private static Gen<long> Ticks(long most) => Gen.Frequency(
        (1, Gen.Long[0, most]),
        (1, Gen.Long[0, most / TimeSpan.TicksPerSecond].Select(static seconds => seconds * TimeSpan.TicksPerSecond)),
        (1, Gen.Long[0, most / TimeSpan.TicksPerMillisecond].Select(static milliseconds => milliseconds * TimeSpan.TicksPerMillisecond)),
        (1, Gen.OneOf(0L, most)));

    private static decimal Scaled(int scale) => new(1, 0, 0, false, (byte)scale);
}
