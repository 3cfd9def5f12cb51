namespace Cqrs.Gen.Testing;

/// <summary>Compares two states or documents and words the difference.</summary>
internal static class DocumentComparison
{
    /// <summary>The message, or null if they are equal.</summary>
    /// <param name="what">What is compared, as the beginning of a sentence: <c>The state</c>.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="actual">What came.</param>
    public static string? Between(string what, Written expected, Written actual)
    {
        List<MemberDifference> members = MemberDifference.Between(expected.Members, actual.Members);
        return members.Exists(static m => m.Differs)
            ? $"{what} differs in {MemberDifference.NamesOfDiffering(members)}.\n{Table(members, "expected", "actual")}"
            : null;
    }

    /// <summary>All members of both, side by side.</summary>
    public static string Table(List<MemberDifference> members, string left, string right)
    {
        SideBySide table = new(left, right);
        foreach (MemberDifference member in members)
        {
            table.Add(member.Differs, 1, member.Name, member.Left, member.Right);
        }

        return table.ToString();
    }

    /// <summary>The members of one document, a line each.</summary>
    public static string Listing(Written document) =>
        string.Concat(document.Members.Take(48).Select(m => $"\n     {m.Name}: {Excerpt.Of(m.Text)}"));
}
