namespace Cqrs.Gen.Storage;

/// <summary>
/// Finds out what became of one append after its batch broke: refused with others, or cut off while committing. The command id makes every
/// question and every further attempt safe.
/// </summary>
internal static class Settlement
{
    private const int Attempts = 3;

    /// <param name="storage">Whom to ask.</param>
    /// <param name="request">The append.</param>
    /// <param name="outcome">Room for its outcome.</param>
    /// <param name="cause">What broke the batch: a <see cref="StoreException"/> if nothing of it was recorded, else it is not known.</param>
    public static async ValueTask<(AppendOutcome Outcome, Exception? Failure)> SettleAsync(
        IEventStorage storage,
        ReadOnlyMemory<AppendRequest> request,
        Memory<AppendOutcome> outcome,
        Exception cause)
    {
        AppendRequest append = request.Span[0];
        for (int attempt = 1; ; attempt++)
        {
            if (cause is not StoreException)
            {
                CommandProbe probe = new(append);
                try
                {
                    await probe.AskAsync(storage).ConfigureAwait(false);
                }
                catch (Exception unanswered)
                {
                    return (default, new OutcomeUnknownException(append.CommandId, new AggregateException(cause, unanswered)));
                }

                if (probe.Recorded is { } recorded)
                {
                    return (recorded, null);
                }
            }

            if (attempt == Attempts)
            {
                return (default, Failed(append, cause));
            }

            try
            {
                await storage.AppendAsync(request, outcome, CancellationToken.None).ConfigureAwait(false);
                return (outcome.Span[0], null);
            }
            catch (Exception e) when (e is StoreException or OperationCanceledException)
            {
                return (default, e);
            }
            catch (Exception e)
            {
                cause = e;
            }
        }
    }

    /// <summary>What is known of an append whose turn to be settled did not come, because the store did not answer before.</summary>
    /// <param name="append">The append.</param>
    /// <param name="cause">What broke the batch.</param>
    /// <param name="unanswered">What was heard of the append before.</param>
    public static Exception Unasked(AppendRequest append, Exception cause, OutcomeUnknownException unanswered) => cause is StoreException
        ? new StoreException(StoreFault.Unavailable, $"The store broke before the command \"{append.CommandId}\" on {append.Stream} could be tried alone, and did not record it: {unanswered.Message}", unanswered)
        : new OutcomeUnknownException(append.CommandId, unanswered.InnerException);

    private static Exception Failed(AppendRequest append, Exception cause) => cause is CommitUncertainException
        ? new StoreException(
            StoreFault.Unavailable,
            $"The store broke {Attempts} times while committing the command \"{append.CommandId}\" on {append.Stream}, and did not record it: {cause.Message}",
            cause)
        : cause;
}
