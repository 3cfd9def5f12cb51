using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Appends that bring the worker's events, without its aggregate.</summary>
internal static class Requests
{
    public static AppendRequest To(string id, long expectedVersion, int caller, long number) => new()
    {
        Stream = new("tally", id),
        ExpectedVersion = expectedVersion,
        CommandId = $"c{caller}-{number}",
        Timestamp = DateTimeOffset.UtcNow,
        Events = new EventData[] { new(Guid.CreateVersion7(), "counted", 1, Encoding.UTF8.GetBytes($$"""{"caller":{{caller}},"number":{{number}},"place":{{expectedVersion + 1}}}""")) },
    };
}
