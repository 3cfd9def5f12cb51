namespace Cqrs.Gen.Testing;

/// <summary>An expected thing beside the actual one that stands for it; one of them is null where the other has no counterpart.</summary>
internal readonly record struct Aligned(int? Expected, int? Actual);

/// <summary>
/// Lays expected and actual side by side so that the fewest differ: one event too many does not make all that follow it wrong.
/// </summary>
internal static class Alignment
{
    private const int Alone = 3;
    private const int SameTypeDiffers = 2;
    private const int OtherType = 5;

    public static List<Aligned> Of(IReadOnlyList<Written> expected, IReadOnlyList<Written> actual)
    {
        // costs[i][j]: the least that the first i expected and the first j actual ones cost together.
        int[][] costs = [.. Enumerable.Range(0, expected.Count + 1).Select(_ => new int[actual.Count + 1])];
        int[][] pairs = [.. expected.Select(e => actual.Select(a => Cost(e, a)).ToArray())];
        for (int i = 0; i <= expected.Count; i++)
        {
            for (int j = 0; j <= actual.Count; j++)
            {
                costs[i][j] = i == 0 ? j * Alone
                    : j == 0 ? i * Alone
                    : Math.Min(costs[i - 1][j - 1] + pairs[i - 1][j - 1], Math.Min(costs[i - 1][j], costs[i][j - 1]) + Alone);
            }
        }

        List<Aligned> aligned = [];
        for (int i = expected.Count, j = actual.Count; i > 0 || j > 0;)
        {
            // Gaps first, from the end: of two equal readings, the one in which the last is missing is the natural one.
            if (i > 0 && costs[i][j] == costs[i - 1][j] + Alone)
            {
                aligned.Add(new(--i, null));
            }
            else if (j > 0 && costs[i][j] == costs[i][j - 1] + Alone)
            {
                aligned.Add(new(null, --j));
            }
            else
            {
                aligned.Add(new(--i, --j));
            }
        }

        aligned.Reverse();
        return aligned;
    }

    private static int Cost(Written expected, Written actual) =>
        expected.Type != actual.Type ? OtherType : expected.Matches(actual) ? 0 : SameTypeDiffers;
}
