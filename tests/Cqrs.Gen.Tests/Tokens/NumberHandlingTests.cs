using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen.Tests.Tokens;

/// <summary>Numbers in strings and by name, for every combination of flags, against System.Text.Json.</summary>
public sealed class NumberHandlingTests
{
    private static readonly string[] Texts =
    [
        "0", "-0", "1", "+1", "01", "-1", "127", "128", "255", "256", "32768", "65536", "2147483648", "9223372036854775808", "18446744073709551616", "1.0", "10.50", "1e2", ".5", "1.",
        "NaN", "Infinity", "-Infinity", "nan", "+Infinity", "1e400", "65520", "79228162514264337593543950336", "0.12345678901234567890123456789", "", " 1", "1 ", "1,000", "0x1", "\\u0031", "\\ud800", "1\\u0000", "1.5\\u0000",
        "340282366920938463463374607431768211456", "-170141183460469231731687303715884105729",
    ];

    public static TheoryData<JsonNumberHandling> Handlings => [.. Enumerable.Range(0, 8).Select(static flags => (JsonNumberHandling)flags)];

    [Theory]
    [MemberData(nameof(Handlings))]
    public void Numbers_are_read_and_written_as_the_handling_says(JsonNumberHandling handling)
    {
        Check<sbyte>(handling, [0, sbyte.MinValue], static (o, v, h) => o.WriteSByte(v, h), JsonValues.ReadSByte, static (ref s, out v, h) => s.ReadSByte(out v, h));
        Check<byte>(handling, [0, 255], static (o, v, h) => o.WriteByte(v, h), JsonValues.ReadByte, static (ref s, out v, h) => s.ReadByte(out v, h));
        Check<short>(handling, [0, -1], static (o, v, h) => o.WriteInt16(v, h), JsonValues.ReadInt16, static (ref s, out v, h) => s.ReadInt16(out v, h));
        Check<ushort>(handling, [0, 1], static (o, v, h) => o.WriteUInt16(v, h), JsonValues.ReadUInt16, static (ref s, out v, h) => s.ReadUInt16(out v, h));
        Check<int>(handling, [0, int.MinValue], static (o, v, h) => o.WriteInt32(v, h), JsonValues.ReadInt32, static (ref s, out v, h) => s.ReadInt32(out v, h));
        Check<uint>(handling, [0, uint.MaxValue], static (o, v, h) => o.WriteUInt32(v, h), JsonValues.ReadUInt32, static (ref s, out v, h) => s.ReadUInt32(out v, h));
        Check<long>(handling, [0, long.MinValue], static (o, v, h) => o.WriteInt64(v, h), JsonValues.ReadInt64, static (ref s, out v, h) => s.ReadInt64(out v, h));
        Check<ulong>(handling, [0, ulong.MaxValue], static (o, v, h) => o.WriteUInt64(v, h), JsonValues.ReadUInt64, static (ref s, out v, h) => s.ReadUInt64(out v, h));
        Check<Int128>(handling, [0, Int128.MinValue], static (o, v, h) => o.WriteInt128(v, h), JsonValues.ReadInt128, static (ref s, out v, h) => s.ReadInt128(out v, h));
        Check<UInt128>(handling, [0, UInt128.MaxValue], static (o, v, h) => o.WriteUInt128(v, h), JsonValues.ReadUInt128, static (ref s, out v, h) => s.ReadUInt128(out v, h));
        Check<decimal>(handling, [0, 10.50m, decimal.MinValue], static (o, v, h) => o.WriteDecimal(v, h), JsonValues.ReadDecimal, static (ref s, out v, h) => s.ReadDecimal(out v, h));
        Check<Half>(handling, [(Half)1.5f, Half.NaN, Half.NegativeInfinity], static (o, v, h) => o.WriteHalf(v, h), JsonValues.ReadHalf, static (ref s, out v, h) => s.ReadHalf(out v, h));
        Check<float>(handling, [1.5f, float.NaN, float.PositiveInfinity], static (o, v, h) => o.WriteSingle(v, h), JsonValues.ReadSingle, static (ref s, out v, h) => s.ReadSingle(out v, h));
        Check<double>(handling, [-0d, 1.5, double.NaN, double.NegativeInfinity, double.PositiveInfinity], static (o, v, h) => o.WriteDouble(v, h), JsonValues.ReadDouble, static (ref s, out v, h) => s.ReadDouble(out v, h));
    }

    private delegate T Reads<T>(ref Utf8JsonReader reader, JsonNumberHandling handling);

    private delegate bool Scans<T>(ref PayloadScanner scanner, out T value, JsonNumberHandling handling);

    private static void Check<T>(JsonNumberHandling handling, T[] values, Action<PayloadWriter, T, JsonNumberHandling> write, Reads<T> read, Scans<T> scan)
        where T : notnull
    {
        JsonSerializerOptions options = new() { NumberHandling = handling };
        foreach (T value in values)
        {
            using PayloadWriter output = new();
            string? expected = Try(() => JsonSerializer.Serialize(value, options));
            string? written = Try(() =>
            {
                write(output, value, handling);
                return Encoding.UTF8.GetString(output.Written.Span);
            });
            Assert.Equal(expected, written);
            if (written is not null)
            {
                Assert.Equal(Try(() => JsonSerializer.Deserialize<T>(written, options)!.ToString()), CheckRead(written, handling, options, read, scan));
            }
        }

        foreach (string text in Texts)
        {
            CheckRead(text, handling, options, read, scan);
            CheckRead($"\"{text}\"", handling, options, read, scan);
        }
    }

    private static string? CheckRead<T>(string text, JsonNumberHandling handling, JsonSerializerOptions options, Reads<T> read, Scans<T> scan)
        where T : notnull
    {
        byte[] json = Encoding.UTF8.GetBytes(text);
        string? actual = Try(() =>
        {
            Utf8JsonReader reader = new(json);
            JsonPayload.Begin(ref reader);
            T value = read(ref reader, handling);
            JsonPayload.End(ref reader);
            return value.ToString();
        });
        if (actual is not null)
        {
            Assert.Equal(JsonSerializer.Deserialize<T>(json, options)!.ToString(), actual);
        }

        PayloadScanner scanner = new(json);
        if (scan(ref scanner, out T scanned, handling) && scanner.IsAtEnd)
        {
            Assert.Equal(actual, scanned.ToString());
        }

        return actual;
    }

    private static string? Try(Func<string?> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
