using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Appending;

/// <summary>Callers who append at the same time, each to a stream of its own, and say on the standard output what was acknowledged.</summary>
internal sealed class Callers(EventStore store, string prefix)
{
    /// <returns>0, or 1 after a fault that a second attempt did not get over.</returns>
    public async Task<int> RunAsync(int callers, int appends)
    {
        await store.OpenAsync();
        Say("open");
        try
        {
            await Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(() => CallAsync($"{prefix}{i}", appends))));
            return 0;
        }
        catch (CqrsException e)
        {
            Say(e);
            return 1;
        }
    }

    // Goes on where the stream ends, and sends the last command again: whoever was killed did not learn what became of it.
    private async Task CallAsync(string id, int appends)
    {
        StreamEnd end = new();
        await store.ReadStreamAsync(new(new("account", id)), end);
        for (long n = Math.Max(1, end.Sequence); n < Math.Max(1, end.Sequence) + appends; n++)
        {
            AppendRequest request = new()
            {
                Stream = new("account", id),
                ExpectedVersion = n - 1,
                CommandId = $"c{n}",
                Timestamp = DateTimeOffset.UtcNow,
                Events = new EventData[] { new(Guid.NewGuid(), "counted", 1, Encoding.UTF8.GetBytes($"{n}")) },
            };
            AppendOutcome outcome;
            try
            {
                outcome = await store.AppendAsync(request);
            }
            catch (CqrsException e)
            {
                Say(e);
                outcome = await store.AppendAsync(request);
            }

            Say($"ack {id} {outcome.Version} {outcome.Position} {outcome.Result}");
        }
    }

    private void Say(CqrsException e) => Say($"fault {e.GetType().Name} {(e as StoreException)?.Fault}");

    private void Say(string line)
    {
        lock (store)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
