namespace Cqrs.Gen.Testing;

/// <summary>One member of two documents.</summary>
/// <param name="Name">The member's path.</param>
/// <param name="Left">Its value in the one, or null if it has none.</param>
/// <param name="Right">Its value in the other, or null if it has none.</param>
/// <param name="Differs">True if the values are not the same.</param>
internal sealed record MemberDifference(string Name, string? Left, string? Right, bool Differs)
{
    /// <summary>All members of both documents, in the order of the left one, then those that only the right one has.</summary>
    /// <param name="left">The one document.</param>
    /// <param name="right">The other document.</param>
    /// <param name="asWritten">True if 100 and 100.00 differ.</param>
    public static List<MemberDifference> Between(List<Member> left, List<Member> right, bool asWritten = false)
    {
        Dictionary<string, Member> rights = new(right.Count);
        foreach (Member member in right)
        {
            rights[member.Path] = member;
        }

        List<MemberDifference> all = new(left.Count);
        foreach (Member member in left)
        {
            all.Add(rights.Remove(member.Path, out Member other)
                ? new(member.Name, member.Text, other.Text, asWritten ? member.Text != other.Text : !member.HasValueOf(other))
                : new(member.Name, member.Text, null, true));
        }

        foreach (Member member in right)
        {
            if (rights.ContainsKey(member.Path))
            {
                all.Add(new(member.Name, null, member.Text, true));
            }
        }

        // An empty collection beside one with elements differs by these elements, and says no more.
        all.RemoveAll(d => (d.Right is null && Empties(d, d.Left, right)) || (d.Left is null && Empties(d, d.Right, left)));
        return all;
    }

    /// <summary>The names of those that differ, as a sentence lists them.</summary>
    public static string NamesOfDiffering(List<MemberDifference> all)
    {
        List<string> names = [.. all.Where(static d => d.Differs).Select(static d => d.Name)];
        return names.Count switch
        {
            <= 1 => string.Concat(names),
            2 => $"{names[0]} and {names[1]}",
            3 => $"{names[0]}, {names[1]} and {names[2]}",
            _ => $"{names[0]}, {names[1]} and {names.Count - 2} more",
        };
    }

    private static bool Empties(MemberDifference difference, string? text, List<Member> others) =>
        text is "[]" or "{}" && others.Exists(m => m.IsBelow(difference.Name));
}
