namespace Cqrs.Gen.Faults;

/// <summary>Callers who execute commands at the same time, each its own one after the other, and say what was acknowledged.</summary>
internal sealed class Callers(ICommandBus bus, Orders orders, Action<string> say)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <param name="next">The number of each caller's next command: what was acknowledged before is not sent again, what was not is.</param>
    /// <param name="stop">Ends them.</param>
    public Task RunAsync(IReadOnlyList<long> next, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, orders.Callers).Select(i => Task.Run(() => CallAsync(orders.First + i, next[i], stop), CancellationToken.None)));

    /// <summary>Which aggregate a command is for; callers meet in all of them.</summary>
    public static string Aggregate(int caller, long number, int aggregates) => $"t{((caller * 7) + (number * 13)) % aggregates}";

    // A command that failed, or whose outcome is unknown, is sent again with the same id until it is acknowledged.
    private async Task CallAsync(int caller, long number, CancellationToken stop)
    {
        for (int attempt = 1; number <= orders.Until && !stop.IsCancellationRequested; attempt++)
        {
            string id = orders.RenamesRetries ? $"c{caller}-{number}-{attempt}" : $"c{caller}-{number}";
            try
            {
                CommandResult result = await bus.ExecuteAsync(Aggregate(caller, number, orders.Aggregates), new Count(caller, number), new(id), CancellationToken.None);
                say($"ack {caller} {number} {result.Version} {result.Position}");
                number++;
            }
            catch (CqrsException e)
            {
                say($"fault {caller} {number} {e.GetType().Name}{(e is StoreException store ? $".{store.Fault}" : "")}");
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }
}
