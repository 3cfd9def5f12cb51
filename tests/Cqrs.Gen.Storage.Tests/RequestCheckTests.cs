namespace Cqrs.Gen.Storage.Tests;

/// <summary>Malformed requests are refused before they reach the store.</summary>
public sealed class RequestCheckTests
{
    private static readonly EventData Event = new(Guid.NewGuid(), "opened", 1, new byte[1]);

    public static TheoryData<string, AppendRequest> Malformed => new()
    {
        { "The aggregate's name is missing", Request(stream: new("", "a")) },
        { "The aggregate's id is missing", Request(stream: new("x", "")) },
        { "The aggregate's id has 513 characters", Request(stream: new("x", new('y', 513))) },
        { "The aggregate's id contains a NUL", Request(stream: new("x", "a\0b")) },
        { "half a surrogate pair", Request(stream: new("x", "a\uD83D")) },
        { "half a surrogate pair", Request(stream: new("x", "\uDE00a")) },
        { "The command id is missing", Request(command: "") },
        { "The command id has 513 characters", Request(command: new('c', 513)) },
        { "the expected version -2", Request(expected: -2) },
        { "there are no events", Request(events: []) },
        { "An event's name is missing", Request(events: [Event with { Name = "" }]) },
        { "the event \"opened\" has no id", Request(events: [Event with { EventId = Guid.Empty }]) },
        { "the event \"opened\" has the version 0", Request(events: [Event with { Version = 0 }]) },
        { "A query's name is missing", Request(document: new("", "k", "f", 1, null)) },
        { "A document's key is missing", Request(document: new("q", "", "f", 1, null)) },
        { "A document's fingerprint is missing", Request(document: new("q", "k", "", 1, null)) },
        { "has the version 7; after this append the stream has 1", Request(document: new("q", "k", "f", 7, null)) },
        { "so the append must expect one", Request(expected: AppendRequest.AnyVersion, document: new("q", "k", "f", 1, null)) },
        { "the snapshot has the version 2; after this append the stream has 1", Request(snapshot: new("f", 2, default)) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_append_is_refused_and_says_why(string problem, AppendRequest request)
    {
        Interrupted storage = new(new MemoryEventStorage());
        await using EventStore store = await Appends.OverAsync(storage);

        ArgumentException refused = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.AppendAsync(request));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Empty(storage.BatchSizes);
    }

    [Fact]
    public async Task The_longest_ids_are_accepted()
    {
        await using EventStore store = await Appends.OverAsync(new MemoryEventStorage());

        AppendOutcome outcome = await store.AppendAsync(Request(stream: new(new('x', 512), string.Concat(Enumerable.Repeat("😀", 256))), command: new('c', 512)));

        Assert.Equal(AppendResult.Appended, outcome.Result);
    }

    [Fact]
    public async Task Malformed_readings_are_refused()
    {
        await using EventStore store = await Appends.OverAsync(new MemoryEventStorage());
        IgnoreEverything sink = new();

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ReadStreamAsync(new(new("x", "")), sink));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ReadStreamAsync(new(new("x", "y"), AfterSequence: -1), sink));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ReadStreamAsync(new(new("x", "y")), null!));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ReadLogAsync(new(-1, 1), sink));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ReadLogAsync(new(0, 0), sink));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ReadDocumentAsync("", "k"));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.ReadDocumentAsync("q", null!));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await store.AppendAsync(null!));
    }

    [Fact]
    public async Task A_store_that_was_not_opened_says_so()
    {
        await using EventStore store = new(new MemoryEventStorage());

        StoreException refused = await Assert.ThrowsAsync<StoreException>(async () => await store.AppendAsync(Request()));

        Assert.Equal(StoreFault.Closed, refused.Fault);
        Assert.Contains("OpenAsync was never called", refused.Message, StringComparison.Ordinal);
    }

    private static AppendRequest Request(
        StreamId? stream = null,
        string command = "c",
        long expected = 0,
        EventData[]? events = null,
        DocumentData? document = null,
        SnapshotData? snapshot = null) => new()
        {
            Stream = stream ?? new("account", "a"),
            ExpectedVersion = expected,
            CommandId = command,
            Timestamp = DateTimeOffset.UtcNow,
            Events = events ?? [Event],
            Documents = document is { } d ? new[] { d } : default,
            Snapshot = snapshot,
        };
}
