namespace Cqrs.Gen.Storage.Tests;

internal static class Appends
{
    public static AppendRequest To(string id, long expectedVersion = AppendRequest.AnyVersion, string? command = null, int bytes = 2) => new()
    {
        Stream = new("account", id),
        ExpectedVersion = expectedVersion,
        CommandId = command ?? Guid.NewGuid().ToString(),
        Timestamp = DateTimeOffset.UtcNow,
        Events = new EventData[] { new(Guid.NewGuid(), "money-deposited", 1, new byte[bytes]) },
    };

    public static async Task<EventStore> OverAsync(IEventStorage storage)
    {
        EventStore store = new(storage);
        await store.OpenAsync(TestContext.Current.CancellationToken);
        return store;
    }
}
