using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Finds the names in a batch that have no number yet.</summary>
internal static class MissingNames
{
    /// <returns>The names, or null if there are none, as almost always.</returns>
    public static HashSet<EventSource>? Find(ReadOnlySpan<AppendRequest> batch, Names names)
    {
        HashSet<EventSource>? missing = null;
        foreach (AppendRequest request in batch)
        {
            int aggregate = names.Number(request.Stream.Aggregate);
            foreach (ref readonly EventData e in request.Events.Span)
            {
                if (aggregate == 0 || names.Number(aggregate, e.Name) == 0)
                {
                    (missing ??= []).Add(new(request.Stream.Aggregate, e.Name));
                }
            }

            foreach (ref readonly DocumentData document in request.Documents.Span)
            {
                if (names.Number(document.Query) == 0)
                {
                    (missing ??= []).Add(new(document.Query, ""));
                }
            }
        }

        return missing;
    }
}
