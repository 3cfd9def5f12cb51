using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Holds what callers were told against the log: the log is the order of the appends, and each conflict has a moment in it.</summary>
/// <param name="calls">All calls.</param>
/// <param name="log">The commands that were recorded, in the order of the log.</param>
internal sealed class HistoryCheck(IReadOnlyList<Call> calls, IReadOnlyList<(StreamId Stream, string CommandId, AppendOutcome Outcome)> log)
{
    public void Demand()
    {
        Dictionary<(StreamId, string), AppendOutcome> recorded = log.ToDictionary(static c => (c.Stream, c.CommandId), static c => c.Outcome); // throws on one that is there twice
        foreach (Call call in calls)
        {
            if (call.Outcome.Result == AppendResult.Conflict)
            {
                Conflict(call);
                continue;
            }

            AppendOutcome found = recorded.GetValueOrDefault((call.Request.Stream, call.Request.CommandId));
            Demand(found == call.Outcome with { Result = AppendResult.Appended }, call, $"recorded is {found}");
            Call[] appended = [.. calls.Where(c => c.Outcome.Result == AppendResult.Appended && IsSameCommand(c, call))];
            Demand(appended.Length == 1, call, $"{appended.Length} callers were told that they appended it");
            Demand(appended[0].Sent < call.Answered, call, "nobody appended it before");
        }

        foreach (Call call in calls.Where(static c => c.Outcome.Result == AppendResult.Appended))
        {
            long before = call.Outcome.Version - call.Outcome.EventCount;
            Demand(call.Request.ExpectedVersion is AppendRequest.AnyVersion || call.Request.ExpectedVersion == before, call, $"the stream was at {before}");
            Demand(call.Outcome.EventCount == call.Request.Events.Length, call, "it had another number of events");
            Demand(calls.All(c => c.Answered > call.Sent || c.Outcome.Position < call.Outcome.Position), call, "something that was answered before comes after it");
        }

        Demand(recorded.Count == calls.Count(static c => c.Outcome.Result == AppendResult.Appended), calls[0], "more was recorded than acknowledged");
    }

    // The stream was at that version at some moment between the question and the answer.
    private void Conflict(Call call)
    {
        AppendRequest request = call.Request;
        long version = call.Outcome.Version;
        Demand(request.ExpectedVersion != AppendRequest.AnyVersion && request.ExpectedVersion != version, call, "there was no reason for a conflict");
        Demand(version == 0 || log.Any(c => c.Stream == request.Stream && c.Outcome.Version == version), call, "the stream never was at that version");
        Call[] others = [.. calls.Where(c => c.Request.Stream == request.Stream)];
        Demand(others.All(c => c.Answered > call.Sent || c.Outcome.Version <= version), call, "a later version had been answered before");
        Demand(version == 0 || others.Any(c => c.Sent < call.Answered && c.Outcome.Result == AppendResult.Appended && c.Outcome.Version == version), call, "it was answered before that version was");
    }

    private static bool IsSameCommand(Call a, Call b) => a.Request.Stream == b.Request.Stream && a.Request.CommandId == b.Request.CommandId;

    private static void Demand(bool holds, Call call, string contradiction)
    {
        if (!holds)
        {
            throw new ContradictionException($"{call.Request.CommandId} on {call.Request.Stream}, expecting {call.Request.ExpectedVersion}, came out as {call.Outcome}: {contradiction}.");
        }
    }
}
