using System.Text.Json;

namespace Cqrs.Gen.Tests;

public sealed class UserErrorValueTests
{
    [Fact]
    public void Each_type_has_its_kind_and_its_invariant_text()
    {
        (UserErrorValue Value, JsonValueKind Kind, string Text)[] values =
        [
            ("text", JsonValueKind.String, "text"),
            ("", JsonValueKind.String, ""),
            ((string?)null, JsonValueKind.Null, ""),
            (default, JsonValueKind.Null, ""),
            (true, JsonValueKind.True, "true"),
            (false, JsonValueKind.False, "false"),
            (-7, JsonValueKind.Number, "-7"),
            (long.MaxValue, JsonValueKind.Number, "9223372036854775807"),
            (ulong.MaxValue, JsonValueKind.Number, "18446744073709551615"),
            (1.50m, JsonValueKind.Number, "1.50"),
            (0.1, JsonValueKind.Number, "0.1"),
            (double.PositiveInfinity, JsonValueKind.String, "Infinity"),
            (Guid.Empty, JsonValueKind.String, "00000000-0000-0000-0000-000000000000"),
            (new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), JsonValueKind.String, "2026-05-01T00:00:00.0000000+00:00"),
            (new DateOnly(2026, 5, 1), JsonValueKind.String, "2026-05-01"),
        ];
        Assert.All(values, static v => Assert.Equal((v.Kind, v.Text), (v.Value.Kind, v.Value.ToString())));
    }

    [Fact]
    public void Two_are_equal_by_kind_and_text()
    {
        UserErrorValue one = 1;
        UserErrorValue text = "1";
        UserErrorValue decimalOne = 1m;
        Assert.True(one == decimalOne);
        Assert.Equal(one.GetHashCode(), decimalOne.GetHashCode());
        Assert.True(one != text);
        Assert.True((UserErrorValue)"true" != (UserErrorValue)true);
        Assert.True((UserErrorValue)(string?)null == default);
        Assert.False(one.Equals((object)1));
    }
}
