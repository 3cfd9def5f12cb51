// A process that tests start and kill. It executes commands on a store and says what was acknowledged, until its input ends.
//   Cqrs.Gen.Faults.Worker <store> [callers=64] [aggregates=16] [first=0] [until=…] [early=1] [renames=1] [killed=…]
// Its first line of input has the number of each caller's next command.
using System.Globalization;
using Cqrs.Gen;
using Cqrs.Gen.Faults;

Orders orders = Orders.Parse(args);
Voice voice = new();
long[] next = [.. (await Console.In.ReadLineAsync() ?? "").Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture))];
using CancellationTokenSource stop = new();
_ = Task.Run(async () =>
{
    await Console.In.ReadToEndAsync();
    await stop.CancelAsync();
});

await using CqrsApplication application = await Application.OpenAsync(orders.Create);
voice.Say("open");
await new Callers(application.Commands, orders, voice.Say).RunAsync(next, stop.Token);
voice.Say("end");
