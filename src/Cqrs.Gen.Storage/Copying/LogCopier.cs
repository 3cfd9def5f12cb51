namespace Cqrs.Gen.Storage;

/// <summary>Copies and compares two logs page by page.</summary>
internal sealed class LogCopier(IEventStorage source, IEventStorage target)
{
    private const int PageSize = 1024;

    /// <summary>Compares a page of what the target holds already.</summary>
    /// <returns>How many events it has.</returns>
    public async ValueTask<int> CompareAsync(long after, long end, CancellationToken cancellationToken)
    {
        LogPage page = await ReadAsync(after, Math.Min(PageSize, end - after), cancellationToken).ConfigureAwait(false);
        await DemandInTargetAsync(page, after, cancellationToken).ConfigureAwait(false);
        return page.Count;
    }

    /// <summary>Copies a page of whole commands, and reads it back.</summary>
    /// <returns>How many events it has.</returns>
    public async ValueTask<int> CopyAsync(long after, long end, CancellationToken cancellationToken)
    {
        LogPage page = await ReadCommandsAsync(after, end, cancellationToken).ConfigureAwait(false);
        long position = after;
        foreach (AppendRequest[] batch in CommandBatches.From(page))
        {
            AppendOutcome[] outcomes = new AppendOutcome[batch.Length];
            await target.AppendAsync(batch, outcomes, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < batch.Length; i++)
            {
                position = Demand(batch[i], outcomes[i], position);
            }
        }

        await DemandInTargetAsync(page, after, cancellationToken).ConfigureAwait(false);
        return page.Count;
    }

    // A repeat is as good as an append, if it is at the same place: an attempt whose end is not known has recorded it, or another copy that runs at the same time.
    private static long Demand(AppendRequest request, in AppendOutcome outcome, long position)
    {
        int count = request.Events.Length;
        return outcome.Result != AppendResult.Conflict && outcome == new AppendOutcome(outcome.Result, request.ExpectedVersion + count, position + count, count)
            ? outcome.Position
            : throw new LogMismatchException(
                position + 1,
                $"the command \"{request.CommandId}\" on {request.Stream} could not be appended to the target at the same place (it came out as {outcome}); something else was written to it");
    }

    private async ValueTask<LogPage> ReadCommandsAsync(long after, long end, CancellationToken cancellationToken)
    {
        for (long count = PageSize; ; count *= 2)
        {
            count = Math.Min(count, end - after);
            LogPage page = await ReadAsync(after, count, cancellationToken).ConfigureAwait(false);
            page.EndWithCommand();
            if (page.Count > 0)
            {
                return page;
            }

            if (count == end - after)
            {
                throw new StoreException(StoreFault.Corrupt, $"The source's log ends at position {end} with events that no command closes. Restore a backup.");
            }
        }
    }

    private async ValueTask<LogPage> ReadAsync(long after, long count, CancellationToken cancellationToken)
    {
        LogPage page = await LogPage.ReadAsync(source, after, checked((int)count), cancellationToken).ConfigureAwait(false);
        return page.Count == count
            ? page
            : throw new StoreException(StoreFault.Corrupt, $"The source has {page.Count} events after position {after} where it has at least {count}. Restore a backup.");
    }

    private async ValueTask DemandInTargetAsync(LogPage page, long after, CancellationToken cancellationToken)
    {
        LogPage copy = await LogPage.ReadAsync(target, after, page.Count, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < page.Count; i++)
        {
            if (i == copy.Count)
            {
                throw new LogMismatchException(page[i].Position, "the target has no event");
            }

            if (page[i].DifferenceFrom(copy[i]) is { } part)
            {
                throw new LogMismatchException(Math.Min(page[i].Position, copy[i].Position), $"the event has another {part}");
            }
        }
    }
}
