using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

internal static class Stores
{
    public static async Task<PostgreSqlEventStorage> OpenAsync(PostgreSqlStorageOptions options)
    {
        PostgreSqlEventStorage storage = new(options);
        try
        {
            await storage.OpenAsync(CancellationToken.None);
            return storage;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    public static AppendRequest To(string id, long expectedVersion = AppendRequest.AnyVersion, string? command = null, string payload = "{}", string name = "money-deposited") => new()
    {
        Stream = new("account", id),
        ExpectedVersion = expectedVersion,
        CommandId = command ?? Guid.NewGuid().ToString(),
        Timestamp = DateTimeOffset.UtcNow,
        Events = new EventData[] { new(Guid.NewGuid(), name, 1, Encoding.UTF8.GetBytes(payload)) },
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
