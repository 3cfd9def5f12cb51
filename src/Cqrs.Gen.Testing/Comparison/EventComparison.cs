namespace Cqrs.Gen.Testing;

/// <summary>Compares the events that were expected with those that happened and words the difference.</summary>
internal static class EventComparison
{
    /// <summary>The message, or null if both are the same events in the same order.</summary>
    public static string? Exactly(IReadOnlyList<Written> expected, IReadOnlyList<Written> actual)
    {
        SideBySide table = new("expected", "actual");
        string? first = null;
        int more = 0;
        foreach (Aligned pair in Alignment.Of(expected, actual))
        {
            Written? left = pair.Expected is int e ? expected[e] : null;
            Written? right = pair.Actual is int a ? actual[a] : null;
            string? problem = Add(table, $"event {(pair.Expected ?? pair.Actual) + 1}", left, right) is { } differing
                ? Problem(pair, expected.Count, left, right, differing)
                : null;
            more += problem is not null && first is not null ? 1 : 0;
            first ??= problem;
        }

        return first is null ? null
            : more == 0 ? $"{first}.\n{table}"
            : $"{first}; {more} more {(more == 1 ? "differs" : "differ")}.\n{table}";
    }

    /// <summary>The message, or null if each expected event is among the actual ones, in whatever order.</summary>
    public static string? Containing(IReadOnlyList<Written> expected, IReadOnlyList<Written> actual)
    {
        List<Written> left = [.. actual];
        foreach (Written e in expected)
        {
            int place = left.FindIndex(e.Matches);
            if (place >= 0)
            {
                left.RemoveAt(place);
                continue;
            }

            string missing = $"No event is {e}";
            if (left.Where(a => a.Type == e.Type).MinBy(a => DifferingMembers(e, a)) is not { } closest)
            {
                return $"{missing}.{Listing(actual)}";
            }

            int number = actual.ToList().IndexOf(closest) + 1;
            SideBySide table = new("expected", $"actual event {number}");
            string differing = Add(table, "event", e, closest)!;
            return $"{missing}; the closest, event {number}, differs in {differing}.\n{table}";
        }

        return null;
    }

    /// <summary>The events, a line each.</summary>
    public static string Listing(IReadOnlyList<Written> events) => events.Count switch
    {
        0 => "\n     no event happened",
        _ => string.Concat(events.Select((e, i) => $"\n     event {i + 1}: {e}")),
    };

    private static int DifferingMembers(Written left, Written right) =>
        MemberDifference.Between(left.Members, right.Members).Count(static m => m.Differs);

    // The names of the members that differ, empty if all does, null if nothing does.
    private static string? Add(SideBySide table, string name, Written? left, Written? right)
    {
        bool sameType = left is not null && right is not null && left.Type == right.Type;
        (string? leftName, string? rightName) = (left?.Name, right?.Name);
        if (!sameType && leftName == rightName)
        {
            (leftName, rightName) = (left!.Type.ToString(), right!.Type.ToString());
        }

        table.Add(!sameType, 0, name, leftName, rightName);
        List<MemberDifference> members = MemberDifference.Between(left?.Members ?? [], right?.Members ?? []);
        foreach (MemberDifference member in members)
        {
            table.Add(sameType && member.Differs, 1, member.Name, left is null ? "" : member.Left, right is null ? "" : member.Right);
        }

        return !sameType ? "" : members.Exists(static m => m.Differs) ? MemberDifference.NamesOfDiffering(members) : null;
    }

    private static string Problem(Aligned pair, int expectedCount, Written? left, Written? right, string differing)
    {
        if (left is null)
        {
            return $"Event {pair.Actual + 1}, {right!.Name}, was not expected";
        }

        string place = $"Event {pair.Expected + 1} of {expectedCount}";
        return right is null ? $"{place}, {left.Name}, is missing"
            : differing.Length == 0 ? $"{place} is {right.Name} where {left.Name} was expected"
            : $"{place}, {left.Name}, differs in {differing}";
    }
}
