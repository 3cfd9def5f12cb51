using CsCheck;
using Arbitrary = CsCheck.Gen;

namespace Cqrs.Gen.Tests.Tokens;

/// <summary>The tokens that are strings, true or false.</summary>
internal static class Texts
{
    private static readonly Gen<char> Letter = Arbitrary.OneOf(
        Arbitrary.Char[' ', '~'], Arbitrary.Char['\0', '\u02FF'], Arbitrary.Int[0, 6].Select(static i => "\u2028\uFEFF\uFFFD\uFFFF\uD7FF\uE000東"[i]));

    private static readonly Gen<string> Text = Arbitrary.OneOf(Arbitrary.String[Arbitrary.Char['a', 'z'], 0, 80], Arbitrary.String[Letter, 0, 40], Arbitrary.String[Letter, 0, 40].Select(static s => s + "🏦" + s));

    private static readonly Gen<DateTime> Moment = Arbitrary.OneOf(
        Arbitrary.Long[0, DateTime.MaxValue.Ticks].Select(static t => new DateTime(t)),
        Arbitrary.Long[0, DateTime.MaxValue.Ticks / 10_000_000].Select(static t => new DateTime(t * 10_000_000)));

    private static readonly string[] Moments =
    [
        "\"2026-01-31T13:05:59\"", "\"2026-01-31T13:05:59.123Z\"", "\"2026-01-31T13:05:59.1234567+02:00\"", "\"2026-01-31T13:05:59.12345678Z\"", "\"2026-01-31T13:05:59.12345670Z\"",
        "\"2026-01-31\"", "\"2026-01-31T13:05\"", "\"2026-01-31T13:05Z\"", "\"2026-02-29T00:00:00\"", "\"2024-02-29T00:00:00\"", "\"0000-01-01T00:00:00\"", "\"2026-13-01T00:00:00\"",
        "\"2026-01-31T24:00:00\"", "\"2026-01-31T23:59:60\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-00:01\"", "\"2026-01-31T13:05:59-14:00\"",
        "\"2026-01-31T13:05:59+14:01\"", "\"2026-01-31T13:05:59+02\"", "\"2026-01-31T13:05:59-00:00\"", "\"2026-01-31T13:05:59+01:60\"", "\"2026-01-31T13:05:59.\"", "\"2026-01-31 13:05:59\"",
        "\"2026-01-31t13:05:59z\"", "\"\\u0032026-01-31T13:05:59Z\"",
    ];

    private static readonly string[] Spans =
    [
        "\"1:2\"", "\"5\"", "\"1.2\"", "\"24:00:00\"", "\"1:60\"", "\"0:0:0.12345678\"", "\"-1\"", "\"00000000000000000000001:2:3\"", "\"0000000000000000000000001:2:3\"", "\"1:2:3:4\"", "\"1.2:3\"",
        "\"-0:0\"", "\"1:2:3.\"", "\"1:2:3.4\"", "\" 1:2:3\"", "\"10675199.02:48:05.4775808\"", "\"23:59:59.9999999\"", "\"0.01:02:03\"", "\"00:00:00.12345678901\"",
    ];

    public static IEnumerable<Token> All =>
    [
        new Token<bool>("Boolean", static (o, v) => o.WriteBoolean(v), JsonValues.ReadBoolean, static (ref s, out v) => s.ReadBoolean(out v)) { Key = (static (o, v) => o.WriteKeyBoolean(v), JsonKeys.ReadBoolean, static (ref s, out v) => s.ReadKeyBoolean(out v)), Edges = [true, false], Any = Arbitrary.Bool, Texts = ["True", "tru", "truefalse"] },
        new Token<string>("String", static (o, v) => o.WriteString(v), JsonValues.ReadString, static (ref s, out v) => s.ReadString(out v!))
        {
            Key = (static (o, v) => o.WriteKeyString(v), JsonKeys.ReadString, static (ref s, out v) => s.ReadKeyString(out v!)),
            Edges = ["", "a", "plain", "\"quoted\" \\ / & <b> + ' `", "\t\n\r\b\f\0\u001F\u007F", "Zoë 東京 🏦", new('x', 300), new('é', 300), new string('x', 299) + "\"", "\uFEFF\uFFFE\uFFFF"],
            Any = Text,
            Texts = ["\"\\ud83c\\udfe6\"", "\"\\ud83c\"", "\"\\udfe6\\ud83c\"", "\"\\/\\b\\f\"", "\"unfinished", "\"unfinished\\\"", "\"\u0001\"", "\"🏦\"", "\"\\u00e9\""],
        },
        new Token<char>("Char", static (o, v) => o.WriteChar(v), JsonValues.ReadChar, static (ref s, out v) => s.ReadChar(out v))
        {
            Key = (static (o, v) => o.WriteKeyChar(v), JsonKeys.ReadChar, static (ref s, out v) => s.ReadKeyChar(out v)),
            Edges = ['a', '"', '\\', '\0', '\n', 'é', '東', '\uFFFF', '\u007F', '+'],
            Any = Letter,
            Texts = ["\"ab\"", "\"é\"", "\"東\"", "\"🏦\"", "\"\\ud83c\\udfe6\"", "\"\\u0061\"", "\"\\u0061b\""],
        },
        new Token<byte[]>("Bytes", static (o, v) => o.WriteBytes(v), JsonValues.ReadBytes, static (ref s, out v) => s.ReadBytes(out v!))
        {
            Edges = [[], [0], [1, 2], [1, 2, 3], [255, 254, 253, 252], new byte[1000]],
            Any = Arbitrary.Byte.Array[0, 200],
            Texts = ["\"Q Q==\"", "\"QR==\"", "\"QQ=\"", "\"Q===\"", "\"====\"", "\"QQ==QQ==\"", "\"AAAA\\u002BAAA\"", "\"AA_-\"", "\" \"", "\"=\""],
        },
        new Token<Memory<byte>>("Memory", static (o, v) => o.WriteMemory(v), JsonValues.ReadMemory, static (ref s, out v) => s.ReadMemory(out v))
        {
            Edges = [default, new byte[] { 1, 2, 3 }],
            Any = Arbitrary.Byte.Array[0, 20].Select(static b => b.AsMemory()),
        },
        new Token<ReadOnlyMemory<byte>>("ReadOnlyMemory", static (o, v) => o.WriteReadOnlyMemory(v), JsonValues.ReadReadOnlyMemory, static (ref s, out v) => s.ReadReadOnlyMemory(out v))
        {
            Edges = [default, new byte[] { 1, 2, 3 }],
            Any = Arbitrary.Byte.Array[0, 20].Select(static b => (ReadOnlyMemory<byte>)b),
        },
        new Token<Guid>("Guid", static (o, v) => o.WriteGuid(v), JsonValues.ReadGuid, static (ref s, out v) => s.ReadGuid(out v))
        {
            Key = (static (o, v) => o.WriteKeyGuid(v), JsonKeys.ReadGuid, static (ref s, out v) => s.ReadKeyGuid(out v)),
            Edges = [Guid.Empty, Guid.AllBitsSet, new("0a1b2c3d-0000-4444-8888-0123456789ab")],
            Any = Arbitrary.Guid,
            Texts = ["\"0A1B2C3D-0000-4444-8888-0123456789AB\"", "\"0a1b2c3d000044448888012345678900\"", "\"{0a1b2c3d-0000-4444-8888-0123456789ab}\"", "\"\\u0030a1b2c3d-0000-4444-8888-0123456789ab\""],
        },
        new Token<Uri>("Uri", static (o, v) => o.WriteUri(v), JsonValues.ReadUri, static (ref s, out v) => s.ReadUri(out v!))
        {
            Key = (static (o, v) => o.WriteKeyUri(v), JsonKeys.ReadUri, static (ref s, out v) => s.ReadKeyUri(out v!)),
            Edges = [new("https://example.org/a?b=c&d='e'"), new("../relative", UriKind.Relative), new("http://zoë.example/東", UriKind.Absolute), new("", UriKind.Relative)],
            Any = Arbitrary.String[Arbitrary.Char['!', '~'], 0, 30].Where(static s => Uri.TryCreate(s, UriKind.RelativeOrAbsolute, out _)).Select(static s => new Uri(s, UriKind.RelativeOrAbsolute)),
            Texts = ["\"http://\"", "\"http://[\"", "\"a b\""],
        },
        new Token<Version>("Version", static (o, v) => o.WriteVersion(v), JsonValues.ReadVersion, static (ref s, out v) => s.ReadVersion(out v!))
        {
            Key = (static (o, v) => o.WriteKeyVersion(v), JsonKeys.ReadVersion, static (ref s, out v) => s.ReadKeyVersion(out v!)),
            Edges = [new(1, 2), new(1, 2, 3), new(0, 0, 0, 0), new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)],
            Any = Arbitrary.Select(Arbitrary.Int[0, int.MaxValue], Arbitrary.Int[0, int.MaxValue], Arbitrary.Int[0, 9], static (a, b, c) => new Version(a, b, c)),
            Texts = ["\"1\"", "\"1.2.3.4.5\"", "\"1. 2\"", "\" 1.2\"", "\"1.+2\"", "\"1..2\"", "\"01.02\"", "\"1.2147483648\""],
        },
        new Token<DateTime>("DateTime", static (o, v) => o.WriteDateTime(v), JsonValues.ReadDateTime, static (ref s, out v) => s.ReadDateTime(out v))
        {
            Key = (static (o, v) => o.WriteKeyDateTime(v), JsonKeys.ReadDateTime, static (ref s, out v) => s.ReadKeyDateTime(out v)),
            Edges = [DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, new(2026, 1, 31, 13, 5, 59), new(2024, 2, 29, 0, 0, 0, DateTimeKind.Local)],
            Any = Arbitrary.Select(Moment, Arbitrary.Bool.Select(static isUtc => isUtc ? DateTimeKind.Utc : DateTimeKind.Unspecified), DateTime.SpecifyKind),
            Texts = Moments,
            Identity = static v => (v.Ticks, v.Kind),
        },
        new Token<DateTimeOffset>("DateTimeOffset", static (o, v) => o.WriteDateTimeOffset(v), JsonValues.ReadDateTimeOffset, static (ref s, out v) => s.ReadDateTimeOffset(out v))
        {
            Key = (static (o, v) => o.WriteKeyDateTimeOffset(v), JsonKeys.ReadDateTimeOffset, static (ref s, out v) => s.ReadKeyDateTimeOffset(out v)),
            Edges = [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, new(2026, 1, 31, 13, 5, 59, TimeSpan.FromHours(-14)), new(2026, 1, 31, 13, 5, 59, 123, TimeSpan.FromMinutes(330))],
            Any = Arbitrary.Select(Moment.Where(static m => m.Year is > 1 and < 9999), Arbitrary.Int[-840, 840], static (m, offset) => new DateTimeOffset(m, TimeSpan.FromMinutes(offset))),
            Texts = Moments,
            Identity = static v => (v.Ticks, v.Offset),
        },
        new Token<DateOnly>("DateOnly", static (o, v) => o.WriteDateOnly(v), JsonValues.ReadDateOnly, static (ref s, out v) => s.ReadDateOnly(out v))
        {
            Key = (static (o, v) => o.WriteKeyDateOnly(v), JsonKeys.ReadDateOnly, static (ref s, out v) => s.ReadKeyDateOnly(out v)),
            Edges = [DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29)],
            Any = Arbitrary.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber),
            Texts = ["\"2026-02-29\"", "\"2026-1-31\"", "\"2026-01-31T00:00:00\"", "\"0000-01-01\"", "\"\\u0032026-01-31\""],
        },
        new Token<TimeOnly>("TimeOnly", static (o, v) => o.WriteTimeOnly(v), JsonValues.ReadTimeOnly, static (ref s, out v) => s.ReadTimeOnly(out v))
        {
            Key = (static (o, v) => o.WriteKeyTimeOnly(v), JsonKeys.ReadTimeOnly, static (ref s, out v) => s.ReadKeyTimeOnly(out v)),
            Edges = [TimeOnly.MinValue, TimeOnly.MaxValue, new(13, 5, 59), new(13, 5)],
            Any = Arbitrary.Long[0, TimeOnly.MaxValue.Ticks].Select(static t => new TimeOnly(t)),
            Texts = Spans,
        },
        new Token<TimeSpan>("TimeSpan", static (o, v) => o.WriteTimeSpan(v), JsonValues.ReadTimeSpan, static (ref s, out v) => s.ReadTimeSpan(out v))
        {
            Key = (static (o, v) => o.WriteKeyTimeSpan(v), JsonKeys.ReadTimeSpan, static (ref s, out v) => s.ReadKeyTimeSpan(out v)),
            Edges = [TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromDays(1), TimeSpan.FromTicks(-1), new(1, 2, 3)],
            Any = Arbitrary.Long.Select(TimeSpan.FromTicks),
            Texts = Spans,
        },
    ];
}
