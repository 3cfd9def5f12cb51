namespace Cqrs.Gen.Testing;

/// <summary>Cuts long values down to what a reader needs: the place where they begin to differ.</summary>
internal static class Excerpt
{
    public const int Longest = 160;

    private const int Lead = 24;

    /// <summary>The beginning of a text, with the number of characters that are left out.</summary>
    public static string Of(string text, int longest = Longest) =>
        text.Length <= longest ? text : $"{text[..Boundary(text, longest)]}… ({text.Length} characters)";

    /// <summary>Two texts from shortly before the place where they begin to differ.</summary>
    public static (string Left, string Right) Of(string left, string right)
    {
        if (left.Length <= Longest && right.Length <= Longest)
        {
            return (left, right);
        }

        int same = left.AsSpan().CommonPrefixLength(right);
        int start = same == left.Length && same == right.Length ? 0 : Math.Max(0, same - Lead);
        return (From(left, start), From(right, start));
    }

    private static string From(string text, int start)
    {
        start = Boundary(text, Math.Min(start, text.Length));
        return start == 0 ? Of(text) : $"({start} characters)… {Of(text[start..])}";
    }

    // Never between the two halves of one character.
    private static int Boundary(string text, int place) =>
        place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
