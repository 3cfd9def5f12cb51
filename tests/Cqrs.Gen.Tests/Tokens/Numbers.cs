using CsCheck;
using Arbitrary = CsCheck.Gen;

namespace Cqrs.Gen.Tests.Tokens;

/// <summary>The tokens that are numbers.</summary>
internal static class Numbers
{
    private static readonly string[] Integers =
    [
        "0", "-0", "00", "01", "-1", "+1", "1.0", "1e2", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483648",
        "-2147483649", "4294967295", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "9999999999999999999",
        "10000000000000000000", "18446744073709551615", "18446744073709551616", "19999999999999999999", "28446744073709551616", "99999999999999999999", "100000000000000000000",
        "170141183460469231731687303715884105727", "170141183460469231731687303715884105728", "340282366920938463463374607431768211455", "340282366920938463463374607431768211456",
    ];

    private static readonly string[] Fractions =
    [
        .. Integers, "0.0", "-0.0", "0.1", "1.", ".5", "-.5", "1.5", "1E5", "1e-5", "1e+5", "1e", "1e+", "0e0", "0.10", "-0.00000000000000000000000001", "9007199254740992", "9007199254740993",
        "16777216", "16777217", "1.7976931348623157e308", "1.7976931348623159e308", "3.4028234663852886e38", "3.4028236e38", "5e-324", "2e-324", "1e400", "-1e400", "1e-400", "65504",
        "65519.99", "65520", "79228162514264337593543950335", "79228162514264337593543950336", "7.9228162514264337593543950335", "7.92281625142643375935439503351",
        "0.1234567890123456789", "0.12345678901234567890123456789", "123456789012345678.9", "1234567890123456789.5", "0.000000000000000000", "1e28", "1e29", "1.0e-28", "1e-29",
    ];

    public static IEnumerable<Token> All =>
    [
        new Token<sbyte>("SByte", static (o, v) => o.WriteSByte(v), JsonValues.ReadSByte, static (ref s, out v) => s.ReadSByte(out v)) { Key = (static (o, v) => o.WriteKeySByte(v), JsonKeys.ReadSByte, static (ref s, out v) => s.ReadKeySByte(out v)), Edges = [0, 1, -1, sbyte.MinValue, sbyte.MaxValue], Any = Arbitrary.SByte, Texts = Integers },
        new Token<byte>("Byte", static (o, v) => o.WriteByte(v), JsonValues.ReadByte, static (ref s, out v) => s.ReadByte(out v)) { Key = (static (o, v) => o.WriteKeyByte(v), JsonKeys.ReadByte, static (ref s, out v) => s.ReadKeyByte(out v)), Edges = [0, 9, 10, 99, 100, 255], Any = Arbitrary.Byte, Texts = Integers },
        new Token<short>("Int16", static (o, v) => o.WriteInt16(v), JsonValues.ReadInt16, static (ref s, out v) => s.ReadInt16(out v)) { Key = (static (o, v) => o.WriteKeyInt16(v), JsonKeys.ReadInt16, static (ref s, out v) => s.ReadKeyInt16(out v)), Edges = [0, 1, -1, short.MinValue, short.MaxValue], Any = Arbitrary.Short, Texts = Integers },
        new Token<ushort>("UInt16", static (o, v) => o.WriteUInt16(v), JsonValues.ReadUInt16, static (ref s, out v) => s.ReadUInt16(out v)) { Key = (static (o, v) => o.WriteKeyUInt16(v), JsonKeys.ReadUInt16, static (ref s, out v) => s.ReadKeyUInt16(out v)), Edges = [0, ushort.MaxValue], Any = Arbitrary.UShort, Texts = Integers },
        new Token<int>("Int32", static (o, v) => o.WriteInt32(v), JsonValues.ReadInt32, static (ref s, out v) => s.ReadInt32(out v)) { Key = (static (o, v) => o.WriteKeyInt32(v), JsonKeys.ReadInt32, static (ref s, out v) => s.ReadKeyInt32(out v)), Edges = [0, 1, -1, int.MinValue, int.MaxValue], Any = Arbitrary.Int, Texts = Integers },
        new Token<uint>("UInt32", static (o, v) => o.WriteUInt32(v), JsonValues.ReadUInt32, static (ref s, out v) => s.ReadUInt32(out v)) { Key = (static (o, v) => o.WriteKeyUInt32(v), JsonKeys.ReadUInt32, static (ref s, out v) => s.ReadKeyUInt32(out v)), Edges = [0, uint.MaxValue], Any = Arbitrary.UInt, Texts = Integers },
        new Token<long>("Int64", static (o, v) => o.WriteInt64(v), JsonValues.ReadInt64, static (ref s, out v) => s.ReadInt64(out v)) { Key = (static (o, v) => o.WriteKeyInt64(v), JsonKeys.ReadInt64, static (ref s, out v) => s.ReadKeyInt64(out v)), Edges = [0, 1, -1, long.MinValue, long.MaxValue, long.MinValue + 1], Any = Arbitrary.Long, Texts = Integers },
        new Token<ulong>("UInt64", static (o, v) => o.WriteUInt64(v), JsonValues.ReadUInt64, static (ref s, out v) => s.ReadUInt64(out v)) { Key = (static (o, v) => o.WriteKeyUInt64(v), JsonKeys.ReadUInt64, static (ref s, out v) => s.ReadKeyUInt64(out v)), Edges = [0, ulong.MaxValue, 9999999999999999999, 10000000000000000000], Any = Arbitrary.ULong, Texts = Integers },
        new Token<Int128>("Int128", static (o, v) => o.WriteInt128(v), JsonValues.ReadInt128, static (ref s, out v) => s.ReadInt128(out v))
        {
            Key = (static (o, v) => o.WriteKeyInt128(v), JsonKeys.ReadInt128, static (ref s, out v) => s.ReadKeyInt128(out v)),
            Edges = [0, 1, -1, Int128.MinValue, Int128.MaxValue],
            Any = Arbitrary.Select(Arbitrary.ULong, Arbitrary.ULong, static (a, b) => new Int128(a, b)),
            Texts = Integers,
        },
        new Token<UInt128>("UInt128", static (o, v) => o.WriteUInt128(v), JsonValues.ReadUInt128, static (ref s, out v) => s.ReadUInt128(out v))
        {
            Key = (static (o, v) => o.WriteKeyUInt128(v), JsonKeys.ReadUInt128, static (ref s, out v) => s.ReadKeyUInt128(out v)),
            Edges = [0, 1, UInt128.MaxValue],
            Any = Arbitrary.Select(Arbitrary.ULong, Arbitrary.ULong, static (a, b) => new UInt128(a, b)),
            Texts = Integers,
        },
        new Token<Half>("Half", static (o, v) => o.WriteHalf(v), JsonValues.ReadHalf, static (ref s, out v) => s.ReadHalf(out v))
        {
            Key = (static (o, v) => o.WriteKeyHalf(v), JsonKeys.ReadHalf, static (ref s, out v) => s.ReadKeyHalf(out v)),
            Edges = [(Half)0, (Half)(-0f), (Half)1.5f, Half.MaxValue, Half.MinValue, Half.Epsilon],
            Any = Arbitrary.UShort.Select(BitConverter.UInt16BitsToHalf).Where(Half.IsFinite),
            Texts = Fractions,
            Identity = static v => BitConverter.HalfToInt16Bits(v),
        },
        new Token<float>("Single", static (o, v) => o.WriteSingle(v), JsonValues.ReadSingle, static (ref s, out v) => s.ReadSingle(out v))
        {
            Key = (static (o, v) => o.WriteKeySingle(v), JsonKeys.ReadSingle, static (ref s, out v) => s.ReadKeySingle(out v)),
            Edges = [0, -0f, 1, -1.5f, 0.1f, 1e-7f, 1e16f, float.MinValue, float.MaxValue, float.Epsilon, 16777216, 1 / 3f],
            Any = Arbitrary.OneOf(Arbitrary.UInt.Select(BitConverter.UInt32BitsToSingle).Where(float.IsFinite), Arbitrary.Int[-100000, 100000].Select(static i => i / 100f)),
            Texts = Fractions,
            Identity = static v => BitConverter.SingleToInt32Bits(v),
        },
        new Token<double>("Double", static (o, v) => o.WriteDouble(v), JsonValues.ReadDouble, static (ref s, out v) => s.ReadDouble(out v))
        {
            Key = (static (o, v) => o.WriteKeyDouble(v), JsonKeys.ReadDouble, static (ref s, out v) => s.ReadKeyDouble(out v)),
            Edges = [0, -0d, 1, -1.5, 0.1, 1e-7, 1e16, double.MinValue, double.MaxValue, double.Epsilon, 9007199254740993, 1 / 3d],
            Any = Arbitrary.OneOf(Arbitrary.Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite), Arbitrary.Int[-100000, 100000].Select(static i => i / 100d)),
            Texts = Fractions,
            Identity = static v => BitConverter.DoubleToInt64Bits(v),
        },
        new Token<decimal>("Decimal", static (o, v) => o.WriteDecimal(v), JsonValues.ReadDecimal, static (ref s, out v) => s.ReadDecimal(out v))
        {
            Key = (static (o, v) => o.WriteKeyDecimal(v), JsonKeys.ReadDecimal, static (ref s, out v) => s.ReadKeyDecimal(out v)),
            Edges = [0, 0.00m, 1, -1, 10.50m, 0.1m, -0.001m, decimal.MaxValue, decimal.MinValue, 1e-28m, 18446744073709551615m, 18446744073709551616m, 1844674407370955161.5m, 0.0000000000000000001m],
            Any = Arbitrary.OneOf(
                Arbitrary.Select(Arbitrary.Int, Arbitrary.Int, Arbitrary.Int, Arbitrary.Bool, Arbitrary.Byte[0, 28], static (a, b, c, negative, scale) => new decimal(a, b, c, negative && (a | b | c) != 0, scale)),
                Arbitrary.Select(Arbitrary.Int, Arbitrary.Byte[0, 28], static (a, scale) => new decimal(a == int.MinValue ? 0 : Math.Abs(a), 0, 0, a < 0 && a > int.MinValue, scale))),
            Texts = Fractions,
            Identity = static v => string.Join(' ', decimal.GetBits(v)),
        },
    ];
}
