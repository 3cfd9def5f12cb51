// A process that tests start and kill. It executes commands on a store and says what was acknowledged, until its input ends.
//   Cqrs.Gen.Faults.Worker <store> [callers=64] [aggregates=16] [first=0] [until=…] [early=1] [polite=1] [renames=1] [followers=0] [killed=…]
//   Cqrs.Gen.Faults.Worker <store> copy=<store> [notes=…]        copies the log instead
//   Cqrs.Gen.Faults.Worker <store> [sequences=…] [histories=…] [conforms=1]        checks the store instead
// Its first line of input has the number of each caller's next command.
using System.Globalization;
using Cqrs.Gen;
using Cqrs.Gen.Faults;
using Cqrs.Gen.Storage;

Orders orders = Orders.Parse(args);
Voice voice = new();
if (orders.CopyTo is not null)
{
    await Copying.RunAsync(orders, voice.Say);
    return;
}

if (orders.Sequences > 0 || orders.Histories > 0 || orders.Conforms)
{
    await Conformance.RunAsync(orders, voice.Say);
    return;
}

long[] next = [.. (await Console.In.ReadLineAsync() ?? "").Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture))];
using CancellationTokenSource stop = new();
_ = Task.Run(async () =>
{
    await Console.In.ReadToEndAsync();
    await stop.CancelAsync();
});

await using CqrsApplication application = await Application.OpenAsync(orders.Create);
voice.Say("open");
Task callers = new Callers(application.Commands, orders, voice.Say).RunAsync(next, stop.Token);
if (orders.Followers > 0)
{
    await using IEventStorage storage = Orders.Open(orders.Store);
    await storage.OpenAsync(CancellationToken.None);
    await Task.WhenAll(Enumerable.Range(0, orders.Followers).Select(_ => Task.Run(async () =>
    {
        Follower follower = new(storage);
        await follower.RunAsync(() => callers.IsCompleted);
        voice.Say($"followed {follower.Count} {follower.Digest}");
    })));
}

await callers;
voice.Say("end");
