namespace Cqrs.Gen.Storage;

/// <summary>Copies a log from one store to another, of whatever kinds.</summary>
public static class LogCopy
{
    /// <summary>
    /// Brings the target's log up to the source's, as that is now. The target then has the same events at the same positions, with the same streams, sequences, event ids,
    /// command ids, times, names, versions, metadata and payloads, byte for byte: each event is read back from it and compared.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It can be stopped, or break, at any moment: the next run compares what the target holds already, and goes on after it. The source may grow meanwhile; what was appended
    /// after the start is for the next run. Nobody else may write to the target.
    /// </para>
    /// <para>Snapshots and the documents of queries are not copied: they are made from the events again when an application asks for them.</para>
    /// </remarks>
    /// <param name="source">The store to copy from, open. Nothing is written to it.</param>
    /// <param name="target">The store to copy to, open. It holds nothing yet, or the beginning of the same log.</param>
    /// <param name="progress">Is told how far the copy is, at the start and after each page of events.</param>
    /// <param name="after">Up to this position, in events, an earlier run compared both logs, and this one does not again; 0 to compare all.</param>
    /// <param name="cancellationToken">Stops the copy between two transactions.</param>
    /// <returns>How far the target holds the source's log: up to the position that was the source's last one at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is below 0.</exception>
    /// <exception cref="LogMismatchException">The target holds something else, or something else was written to it meanwhile.</exception>
    /// <exception cref="StoreException">One of the stores cannot do its work.</exception>
    /// <exception cref="CommitUncertainException">The target broke while committing: run the copy again.</exception>
    /// <exception cref="OperationCanceledException">It was stopped: run it again to go on.</exception>
    public static async Task<LogCopyProgress> CopyAsync(
        IEventStorage source,
        IEventStorage target,
        IProgress<LogCopyProgress>? progress = null,
        long after = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegative(after);

        // The target's end first: while the source grows, it never seems to be behind.
        long held = await LogPage.FindEndAsync(target, cancellationToken).ConfigureAwait(false);
        long end = await LogPage.FindEndAsync(source, cancellationToken).ConfigureAwait(false);
        if (held < after || end < after)
        {
            throw new LogMismatchException(Math.Min(held, end) + 1, $"{(held < after ? "the target" : "the source")} ends before it, though both were compared up to {after}");
        }

        LogCopier copier = new(source, target);
        LogCopyProgress done = new(after, end, 0);
        progress?.Report(done);
        while (done.Position < end)
        {
            bool isHeld = done.Position < held;
            int count = isHeld
                ? await copier.CompareAsync(done.Position, Math.Min(held, end), cancellationToken).ConfigureAwait(false)
                : await copier.CopyAsync(done.Position, end, cancellationToken).ConfigureAwait(false);
            done = new(done.Position + count, end, done.Copied + (isHeld ? 0 : count));
            progress?.Report(done);
        }

        return held <= end ? done : throw new LogMismatchException(end + 1, $"the source has ended, and the target goes on up to {held}");
    }
}
