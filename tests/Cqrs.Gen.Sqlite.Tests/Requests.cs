using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

internal static class Requests
{
    public static AppendRequest To(string id, long expectedVersion = AppendRequest.AnyVersion, string? command = null, string payload = "{}") => new()
    {
        Stream = new("account", id),
        ExpectedVersion = expectedVersion,
        CommandId = command ?? Guid.NewGuid().ToString(),
        Timestamp = DateTimeOffset.UtcNow,
        Events = new EventData[] { new(Guid.NewGuid(), "money-deposited", 1, Encoding.UTF8.GetBytes(payload)) },
    };

    public static async Task<AppendOutcome> AppendAsync(this IEventStorage storage, AppendRequest request, CancellationToken cancellationToken = default)
    {
        AppendOutcome[] outcomes = new AppendOutcome[1];
        await storage.AppendAsync(new[] { request }, outcomes, cancellationToken);
        return outcomes[0];
    }

    public static async Task<long> LastPositionAsync(this IEventStorage storage) =>
        await storage.ReadLogAsync(new(0, int.MaxValue), new IgnoreEverything(), CancellationToken.None);

    private sealed class IgnoreEverything : IEventSink
    {
        public void OnEvent(in RecordedEvent e)
        {
        }
    }
}
