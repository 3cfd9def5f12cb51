using System.Diagnostics;

namespace Cqrs.Gen;

/// <summary>
/// Ties events to the trace they arose in: the trace context of a recorded (sampled) activity goes into the metadata, unless the caller put one there. An
/// activity that is not recorded leaves nothing behind that anyone could look up, so it costs nothing.
/// </summary>
internal static class TraceContext
{
    public static Metadata AddTo(Metadata metadata)
    {
        return Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } activity && metadata[Metadata.TraceParentKey] is null
            ? metadata.With(Metadata.TraceParentKey, activity.Id)
            : metadata;
    }
}
