using System.Text;
using CsCheck;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>Whatever is appended, in batches of whatever, both stores say and keep the same: PostgreSQL and memory.</summary>
public sealed class ModelTests(SharedServer shared)
{
    private static readonly string[] Commands = ["c1", "c2", "c3", "c4", "c5", "c6"];

    /// <summary>An append in small words, so that streams, commands, documents and versions meet often.</summary>
    private sealed record Step(int Stream, int Command, int Expected, int Events, int Name, int Document, bool Deletes, bool Snapshot, bool InChain);

    private static readonly Gen<Step> Steps = CsCheck.Gen.Select(CsCheck.Gen.Int[0, 2], CsCheck.Gen.Int[0, 5], CsCheck.Gen.Int[-1, 4], CsCheck.Gen.Int[1, 3], CsCheck.Gen.Int[0, 3], CsCheck.Gen.Int[0, 2], CsCheck.Gen.Bool, CsCheck.Gen.Select(CsCheck.Gen.Bool, CsCheck.Gen.Bool))
        .Select(static t => new Step(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6, t.Item7, t.Item8.Item1, t.Item8.Item2));

    [Fact]
    public async Task The_store_does_what_the_model_does()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage actual = await Stores.OpenAsync(options);
        int run = 0;
        await Steps.Array[1, 12].Array[1, 6].SampleAsync(
            async batches =>
            {
                // Streams and documents of its own, since histories only grow; positions then start where the last run ended.
                string prefix = $"{Interlocked.Increment(ref run)}-";
                await using MemoryEventStorage model = new();
                await model.OpenAsync(CancellationToken.None);
                long start = await actual.LastPositionAsync();
                AppendChain[] modelChains = [new(), new(), new()];
                AppendChain[] actualChains = [new(), new(), new()];
                int number = 0;
                foreach (Step[] steps in batches)
                {
                    AppendRequest[] requests = [.. steps.Select(step => Request(step, prefix))];
                    AppendOutcome[] expected = new AppendOutcome[requests.Length];
                    AppendOutcome[] outcomes = new AppendOutcome[requests.Length];
                    Link(requests, steps, modelChains, number);
                    await model.AppendAsync(requests, expected, CancellationToken.None);
                    Link(requests, steps, actualChains, number);
                    await actual.AppendAsync(requests, outcomes, CancellationToken.None);
                    number += steps.Length;
                    Assert.Equal(expected, outcomes.Select(o => o.Result == AppendResult.Conflict ? o : o with { Position = o.Position - start }));
                }

                Assert.Equal(await ContentAsync(model, prefix, 0), await ContentAsync(actual, prefix, start));
            },
            iter: 300,
            threads: 1);
    }

    private static void Link(AppendRequest[] requests, Step[] steps, AppendChain[] chains, int number)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            requests[i].Link = steps[i].InChain ? chains[steps[i].Stream].Link(number + i) : default;
        }
    }

    private static AppendRequest Request(Step step, string prefix)
    {
        EventData[] events = [.. Enumerable.Range(0, step.Events).Select(i => new EventData(Guid.NewGuid(), $"event-{step.Name}", 1 + i, Encoding.UTF8.GetBytes($"{step} {i}")))];
        AppendRequest request = new()
        {
            Stream = new($"aggregate-{step.Stream % 2}", $"{prefix}{step.Stream / 2}"),
            ExpectedVersion = step.Expected,
            CommandId = Commands[step.Command],
            Timestamp = DateTimeOffset.UnixEpoch.AddTicks(step.Command),
            Metadata = step.Deletes ? "{}"u8.ToArray() : default(ReadOnlyMemory<byte>),
            Events = events,
        };
        if (step.Expected >= 0)
        {
            long version = step.Expected + step.Events;
            byte[] payload = Encoding.UTF8.GetBytes($"{step}");
            request.Documents = new DocumentData[] { new("query", $"{prefix}{step.Document}", "f", version, step.Deletes ? null : payload), new($"query-{step.Stream}", prefix, "g", version, payload) };
            request.Snapshot = step.Snapshot ? new("f", version, payload) : null;
        }

        return request;
    }

    private static async Task<string> ContentAsync(IEventStorage storage, string prefix, long start)
    {
        Transcript transcript = new(start);
        await storage.ReadLogAsync(new(start, int.MaxValue), transcript, CancellationToken.None);
        for (int i = 0; i < 3; i++)
        {
            foreach (string command in Commands)
            {
                StreamReadRequest request = new(new($"aggregate-{i % 2}", $"{prefix}{i / 2}"), SnapshotFingerprint: "f", CommandId: command);
                transcript.Text.AppendLine(null, $"{request.Stream.Aggregate} {i} {command}");
                await storage.ReadStreamAsync(request, transcript, CancellationToken.None);
            }

            foreach ((string query, string key) in (IEnumerable<(string, string)>)[("query", $"{prefix}{i}"), ($"query-{i}", prefix)])
            {
                StoredDocument? document = await storage.ReadDocumentAsync(query, key, CancellationToken.None);
                transcript.Text.AppendLine(null, $"{query} {document?.Version} {document?.Fingerprint} {Encoding.UTF8.GetString((document?.Payload ?? default).Span)}");
            }
        }

        return transcript.Text.ToString();
    }

    private sealed class Transcript(long start) : IStreamSink
    {
        public StringBuilder Text { get; } = new();

        public void OnRepeat(in AppendOutcome outcome) => Text.AppendLine(null, $"{outcome with { Position = outcome.Position - start }}");

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload) => Text.AppendLine(null, $"snapshot {version} {Encoding.UTF8.GetString(payload)}");

        public void OnEvent(in RecordedEvent e) => Text.AppendLine(
            null,
            $"{e.Position - start} {Encoding.UTF8.GetString(e.Aggregate)} {Encoding.UTF8.GetString(e.AggregateId)} {e.Sequence} {e.EventId} {Encoding.UTF8.GetString(e.Name)} {e.Version} {e.Timestamp:O} {Encoding.UTF8.GetString(e.Payload)} {Encoding.UTF8.GetString(e.Metadata)}");
    }
}
