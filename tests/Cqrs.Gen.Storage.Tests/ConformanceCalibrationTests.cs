using Cqrs.Gen.Testing.Conformance;

namespace Cqrs.Gen.Storage.Tests;

/// <summary>A store that breaks a promise fails a scenario: otherwise the scenarios would prove nothing.</summary>
public sealed class ConformanceCalibrationTests
{
    public static TheoryData<string> Faults => [.. Faulty.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_promise_is_found(string fault)
    {
        List<string> failed = [];
        foreach (StoreScenario scenario in StoreConformance.Scenarios.Where(s => !s.OpensTwice))
        {
            try
            {
                await scenario.RunAsync(async () =>
                {
                    Faulty storage = new(new MemoryEventStorage(), Faulty.Kinds[fault]);
                    await storage.OpenAsync(CancellationToken.None);
                    return storage;
                }).WaitAsync(TimeSpan.FromMinutes(1));
            }
            catch (ConformanceException)
            {
                failed.Add(scenario.Name);
            }
        }

        Assert.NotEmpty(failed);
    }

    private sealed class Faulty(IEventStorage inner, Func<AppendRequest, AppendRequest?> bend) : IEventStorage
    {
        public static readonly Dictionary<string, Func<AppendRequest, AppendRequest?>> Kinds = new()
        {
            ["it ignores expected versions"] = r => Bent(r, expectedVersion: AppendRequest.AnyVersion),
            ["it forgets commands"] = r => Bent(r, commandId: Guid.NewGuid().ToString()),
            ["it folds the case of ids"] = r => Bent(r, stream: new(r.Stream.Aggregate, r.Stream.Id.ToUpperInvariant())),
            ["it trims ids"] = r => Bent(r, stream: new(r.Stream.Aggregate, r.Stream.Id.Trim() is { Length: > 0 } id ? id : "-")),
            ["it drops metadata"] = r => Bent(r, metadata: []),
            ["it drops documents and snapshots"] = r => Bent(r, state: false),
            ["it keeps timestamps to the millisecond"] = r => Bent(r, timestamp: DateTimeOffset.FromUnixTimeMilliseconds(r.Timestamp.ToUnixTimeMilliseconds())),
            ["it changes payloads"] = r => Bent(r, events: [.. r.Events.ToArray().Select(e => e with { Payload = e.Payload.ToArray().Where(b => b != ' ').ToArray() })]),
            ["it records what was decided upon an append that it did not record"] = r => Bent(r, link: default(ChainLink)),
            ["it acknowledges what it does not record"] = r => r.CommandId.Sum(c => c) % 5 == 0 ? null : r,
        };

        public ValueTask OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

        public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
        {
            for (int i = 0; i < batch.Length; i++)
            {
                if (bend(batch.Span[i]) is { } request)
                {
                    await inner.AppendAsync(new[] { request }, outcomes[i..(i + 1)], cancellationToken);
                }
                else
                {
                    outcomes.Span[i] = new(AppendResult.Appended, batch.Span[i].ExpectedVersion + 1, 1, 1);
                }
            }
        }

        public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => inner.ReadStreamAsync(request, sink, cancellationToken);

        public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => inner.ReadLogAsync(request, sink, cancellationToken);

        public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => inner.ReadDocumentAsync(query, key, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private static AppendRequest Bent(
            AppendRequest request,
            StreamId? stream = null,
            long? expectedVersion = null,
            string? commandId = null,
            DateTimeOffset? timestamp = null,
            byte[]? metadata = null,
            EventData[]? events = null,
            ChainLink? link = null,
            bool state = true) => new()
            {
                Stream = stream ?? request.Stream,
                ExpectedVersion = expectedVersion ?? request.ExpectedVersion,
                Link = link ?? request.Link,
                CommandId = commandId ?? request.CommandId,
                Timestamp = timestamp ?? request.Timestamp,
                Metadata = metadata is null ? request.Metadata : metadata,
                Events = events is null ? request.Events : events,
                Documents = state ? request.Documents : default,
                Snapshot = state ? request.Snapshot : null,
            };
    }
}
