using System.Text;

namespace Cqrs.Gen.Testing;

/// <summary>A table of names with what was expected and what came, in aligned columns that fit a terminal.</summary>
/// <param name="left">The title of the left column.</param>
/// <param name="right">The title of the right column.</param>
internal sealed class SideBySide(string left, string right)
{
    public const string Nothing = "-";

    private const int Width = 112;
    private const int LongestName = 36;
    private const int MostRows = 48;
    private const string Same = "   ";
    private const string Different = "!= ";
    private const string Gap = "  ";

    private readonly List<Row> _rows = [];

    /// <summary>Adds a line.</summary>
    /// <param name="differs">True to mark it.</param>
    /// <param name="indent">How deep it stands under the line that heads it.</param>
    /// <param name="name">What is compared.</param>
    /// <param name="left">What was expected, or null for nothing.</param>
    /// <param name="right">What came, or null for nothing.</param>
    public void Add(bool differs, int indent, string name, string? left, string? right)
    {
        (string shownLeft, string shownRight) = Excerpt.Of(left ?? Nothing, right ?? Nothing);
        _rows.Add(new(differs, indent > 0, ShortName(new string(' ', indent * 2) + name), shownLeft, shownRight));
    }

    public override string ToString()
    {
        List<Row> rows = Condense(_rows);
        int name = rows.Max(static r => r.Name.Length);
        int most = (Width - Same.Length - name - (2 * Gap.Length)) / 2;
        int column = Math.Min(most, rows.Max(static r => r.Left.Length));
        column = Math.Max(column, left.Length);

        StringBuilder text = new();
        Line(text, Same, name, column, new(false, false, "", left, right), most);
        foreach (Row row in rows)
        {
            Line(text, row.Differs ? Different : Same, name, column, row, most);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string mark, int name, int column, Row row, int most)
    {
        List<string> lefts = Wrap(row.Left, column);
        List<string> rights = Wrap(row.Right, most);
        for (int i = 0; i < Math.Max(lefts.Count, rights.Count); i++)
        {
            string line = (i == 0 ? mark : Same) + (i == 0 ? row.Name : "").PadRight(name) + Gap
                + (i < lefts.Count ? lefts[i] : "").PadRight(column) + Gap
                + (i < rights.Count ? rights[i] : "");
            text.Append('\n').Append(line.TrimEnd());
        }
    }

    private static List<string> Wrap(string value, int width)
    {
        List<string> lines = [];
        while (value.Length > width)
        {
            int end = value.LastIndexOf(' ', width - 1, width / 2) + 1;
            end = end > 0 ? end : width;
            end -= char.IsLowSurrogate(value[end]) ? 1 : 0;
            lines.Add(value[..end]);
            value = value[end..];
        }

        lines.Add(value);
        return lines;
    }

    // In a long table, what is the same is only in the way.
    private static List<Row> Condense(List<Row> rows)
    {
        if (rows.Count <= MostRows)
        {
            return rows;
        }

        List<Row> shown = [.. rows.Where(static r => r.Differs || !r.IsMember)];
        int equal = rows.Count - shown.Count;
        int more = Math.Max(0, shown.Count - MostRows);
        shown.RemoveRange(shown.Count - more, more);
        if (equal > 0)
        {
            shown.Add(new(false, false, $"({equal} equal members)", "", ""));
        }

        if (more > 0)
        {
            shown.Add(new(false, false, $"({more} more lines)", "", ""));
        }

        return shown;
    }

    private static string ShortName(string name) =>
        name.Length <= LongestName ? name : $"{name[..((LongestName / 2) - 1)]}…{name[^(LongestName / 2)..]}";

    private sealed record Row(bool Differs, bool IsMember, string Name, string Left, string Right);
}
