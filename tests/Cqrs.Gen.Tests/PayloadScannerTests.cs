using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen.Tests;

/// <summary>What the scanner takes is what the general reader would have read; everything else it leaves alone.</summary>
public sealed class PayloadScannerTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("-7")]
    [InlineData("100.00")]
    [InlineData("0.10")]
    [InlineData("-0.00000000000000001")]
    [InlineData("999999999999999999")]
    [InlineData("99999999.9999999999")]
    [InlineData("4294967296.5")]
    [InlineData("-0.0")]
    [InlineData("1234567890123456789")]
    [InlineData("18446744073709551617")]
    [InlineData("0.1234567890123456789")]
    public void A_decimal_is_read_to_the_last_zero(string text)
    {
        PayloadScanner scanner = new(Encoding.UTF8.GetBytes(text));

        Assert.True(scanner.ReadDecimal(out decimal value));
        Assert.True(scanner.IsAtEnd);
        Assert.Equal(decimal.GetBits(decimal.Parse(text, CultureInfo.InvariantCulture)), decimal.GetBits(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData(".0")]
    [InlineData("1.")]
    [InlineData("01")]
    [InlineData("00.5")]
    [InlineData("1e")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData(" 1")]
    [InlineData("\"1\"")]
    public void What_is_no_decimal_number_is_left_to_the_general_reader(string text)
    {
        PayloadScanner scanner = new(Encoding.UTF8.GetBytes(text));

        Assert.False(scanner.ReadDecimal(out _) && scanner.IsAtEnd);
    }

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("-2147483648", true)]
    [InlineData("0", true)]
    [InlineData("2147483648", false)]
    [InlineData("-2147483649", false)]
    [InlineData("4294967296", false)]
    [InlineData("012", false)]
    [InlineData("-0", false)]
    [InlineData("1.0", false)]
    public void An_integer_is_read_if_the_type_holds_it(string text, bool fits)
    {
        PayloadScanner scanner = new(Encoding.UTF8.GetBytes(text));

        bool isRead = scanner.ReadInt32(out int value) && scanner.IsAtEnd;
        Assert.Equal(fits, isRead);
        if (fits)
        {
            Assert.Equal(int.Parse(text, CultureInfo.InvariantCulture), value);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("plain text with 'all' & <sorts> of +ASCII+ `signs`", true)]
    [InlineData("\"quoted\" and back\\slash", true)]
    [InlineData("tab\t, line\n, nul\0", true)]
    [InlineData("Zoë, Łódź, 東京, 🏦", true)]
    public void A_string_is_read_however_it_is_escaped(string text, bool isRead)
    {
        foreach (string json in new[] { JsonSerializer.Serialize(text), $"\"{JsonEncodedText.Encode(text)}\"" })
        {
            PayloadScanner scanner = new(Encoding.UTF8.GetBytes(json));

            Assert.Equal(isRead, scanner.ReadString(out string? value) && scanner.IsAtEnd);
            Assert.Equal(text, value);
        }
    }

    [Theory]
    [InlineData("\"never ends")]
    [InlineData("\"ends in a backslash\\")]
    [InlineData("\"half a pair \\ud800\"")]
    [InlineData("\"no such escape \\x\"")]
    [InlineData("\"a control \u0001 character\"")]
    [InlineData("null")]
    [InlineData("")]
    public void What_is_no_string_is_left_to_the_general_reader(string json)
    {
        PayloadScanner scanner = new(Encoding.UTF8.GetBytes(json));

        Assert.False(scanner.ReadString(out _));
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_left_to_the_general_reader()
    {
        PayloadScanner scanner = new([(byte)'"', 0xC3, 0x28, (byte)'"']);

        Assert.False(scanner.ReadString(out _));
    }

    [Fact]
    public void Nesting_ends_where_the_general_reader_ends_it()
    {
        byte[] json = Encoding.UTF8.GetBytes(new string('[', 65));
        PayloadScanner scanner = new(json);
        int depth = 0;
        while (scanner.Begin("["u8))
        {
            depth++;
        }

        Assert.Equal(64, depth);
    }

    [Fact]
    public void Dates_and_identifiers_are_read_as_they_are_written()
    {
        DateTimeOffset moment = new(2026, 5, 1, 12, 30, 15, 123, TimeSpan.FromHours(2));
        Guid id = Guid.Parse("0a1b2c3d-0000-4444-8888-0123456789ab");
        PayloadScanner scanner = new(Encoding.UTF8.GetBytes($"{JsonSerializer.Serialize(moment)}{JsonSerializer.Serialize(id)}{JsonSerializer.Serialize(moment.UtcDateTime)}"));

        Assert.True(scanner.ReadDateTimeOffset(out DateTimeOffset first));
        Assert.True(scanner.ReadGuid(out Guid second));
        Assert.True(scanner.ReadDateTime(out DateTime third));
        Assert.True(scanner.IsAtEnd);
        Assert.Equal((moment, id, moment.UtcDateTime), (first, second, third));
        Assert.Equal(DateTimeKind.Utc, third.Kind);
    }
}
