namespace Cqrs.Gen.Storage;

/// <summary>Makes the appends anew that recorded the events of a log: one for each command, in the same order.</summary>
internal static class CommandBatches
{
    // A transaction of its own for more than this; what PostgreSQL takes in one message is far above it.
    private const long MostBytes = 4 * 1024 * 1024;

    /// <param name="page">Events of whole commands.</param>
    public static IEnumerable<AppendRequest[]> From(LogPage page)
    {
        List<AppendRequest> batch = [];
        long bytes = 0;
        int first = 0;
        for (int last = 0; last < page.Count; last++)
        {
            bytes += page[last].Data.Payload.Length;
            if (page[last].CommandId.Length == 0)
            {
                continue;
            }

            batch.Add(Append(page, first, last));
            first = last + 1;
            if (bytes >= MostBytes || first == page.Count)
            {
                yield return [.. batch];
                batch.Clear();
                bytes = 0;
            }
        }
    }

    private static AppendRequest Append(LogPage page, int first, int last)
    {
        EventData[] events = new EventData[last - first + 1];
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = page[first + i].Data;
        }

        return new()
        {
            Stream = page[last].Stream,
            ExpectedVersion = page[first].Sequence - 1,
            CommandId = page[last].CommandId,
            Timestamp = page[last].Timestamp,
            Metadata = page[last].Metadata,
            Events = events,
        };
    }
}
