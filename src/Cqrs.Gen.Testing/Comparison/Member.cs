using System.Globalization;

namespace Cqrs.Gen.Testing;

/// <summary>One value of a JSON document and where it stands, both as a person would write them.</summary>
/// <param name="Path">The path below the root, such as <c>lines[0].price</c>; empty for a document that is one value.</param>
/// <param name="Text">The value: strings in quotation marks, numbers as they stand.</param>
/// <param name="IsNumber">True for a number.</param>
internal readonly record struct Member(string Path, string Text, bool IsNumber)
{
    /// <summary>The name of a document that is one value.</summary>
    public const string Whole = "(value)";

    /// <summary>The path, or a word for the whole.</summary>
    public string Name => Path.Length == 0 ? Whole : Path;

    /// <summary>True if it stands inside the member of that name.</summary>
    public bool IsBelow(string name) =>
        name == Whole || (Path.Length > name.Length && Path.StartsWith(name, StringComparison.Ordinal) && Path[name.Length] is '.' or '[');

    /// <summary>True if the values are the same; numbers by value, so that 100 is 100.00, as it is to a decimal.</summary>
    public bool HasValueOf(in Member other) =>
        Text == other.Text || (IsNumber && other.IsNumber && SameNumber(Text, other.Text));

    private static bool SameNumber(string left, string right)
    {
        if (left.Contains('e', StringComparison.OrdinalIgnoreCase) || right.Contains('e', StringComparison.OrdinalIgnoreCase))
        {
            return double.Parse(left, CultureInfo.InvariantCulture).Equals(double.Parse(right, CultureInfo.InvariantCulture));
        }

        // Beyond 28 digits a decimal rounds.
        return left.Length <= 28 && right.Length <= 28
            && decimal.Parse(left, CultureInfo.InvariantCulture) == decimal.Parse(right, CultureInfo.InvariantCulture);
    }
}
