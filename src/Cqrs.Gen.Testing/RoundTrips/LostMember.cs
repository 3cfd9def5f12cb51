using System.Text.RegularExpressions;

namespace Cqrs.Gen.Testing;

/// <summary>
/// A member that JSON leaves out is not seen by writing twice. The text that the compiler gives a record shows it: the copy is not equal,
/// and reads differently.
/// </summary>
/// <param name="Name">The member.</param>
/// <param name="Before">Its value in the original.</param>
/// <param name="After">Its value in the copy.</param>
internal sealed partial record LostMember(string Name, string Before, string After)
{
    public static LostMember? Find(object original, object copy)
    {
        string? before = original.ToString();
        string? after = copy.ToString();
        if (before is null || after is null || before == after || original.Equals(copy))
        {
            return null;
        }

        List<(string Name, string Value)> left = Members(before);
        List<(string Name, string Value)> right = Members(after);
        if (!left.Select(static m => m.Name).SequenceEqual(right.Select(static m => m.Name)))
        {
            return null;
        }

        return left.Zip(right)
            .Where(static pair => pair.First.Value != pair.Second.Value && !IsCollection(pair.First.Value) && !IsCollection(pair.Second.Value))
            .Select(static pair => new LostMember(pair.First.Name, Shown(pair.First.Value), Shown(pair.Second.Value)))
            .FirstOrDefault();
    }

    // A collection prints the name of its type, and it may come back as another one: that is no loss.
    private static bool IsCollection(string value) => value.Contains('`', StringComparison.Ordinal) || value.Contains("[]", StringComparison.Ordinal);

    private static string Shown(string value) => value.Length == 0 ? "nothing" : Excerpt.Of(value);

    private static List<(string Name, string Value)> Members(string text)
    {
        List<(string, string)> members = [];
        foreach (Match match in NameOfMember().Matches(text))
        {
            int start = match.Index + match.Length;
            Match next = match.NextMatch();
            members.Add((match.Groups[1].Value, text[start..(next.Success ? next.Index : text.Length)].TrimEnd(' ', '}')));
        }

        return members;
    }

    [GeneratedRegex(@"(?:, |\{ )(\w+) = ", RegexOptions.CultureInvariant)]
    private static partial Regex NameOfMember();
}
