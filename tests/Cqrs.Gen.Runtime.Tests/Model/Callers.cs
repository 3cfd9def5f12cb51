using Ledgers;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>Sixty-four callers at once on a few ledgers, each as a careful client: what is not known is asked again under the same id.</summary>
internal static class Callers
{
    private const int Count = 64;

    public static Task RunAsync(CqrsApplication application, string[] ledgers, int commands, int seed, History history) =>
        Task.WhenAll(Enumerable.Range(0, Count).Select(caller => Task.Run(async () =>
        {
            Random random = new((seed * Count) + caller);
            for (int i = 0; i < commands; i++)
            {
                await CallAsync(application, ledgers[random.Next(ledgers.Length)], $"{caller}-{i}", random, history);
            }
        })));

    private static async Task CallAsync(CqrsApplication application, string ledger, string commandId, Random random, History history)
    {
        long taken = random.Next(3) == 0 ? 0 : random.Next(1, 30);
        ICommand<Ledger> command = taken == 0 ? new Post(random.Next(1, 20)) : new Take(taken);
        bool isUncertain = false;
        history.Attempt(ledger, commandId);
        while (true)
        {
            using CancellationTokenSource patience = new();
            long seen = history.Seen(ledger);
            long? expected = random.Next(8) == 0 ? seen : null;
            try
            {
                ValueTask<CommandResult> execution = application.Commands.ExecuteAsync(ledger, command, new(commandId, expected), patience.Token);
                if (random.Next(4) == 0)
                {
                    Thread.SpinWait(random.Next(3000)); // it may be deciding by now
                    await patience.CancelAsync();
                }

                history.Acknowledge(ledger, await execution, seen, taken);
                return;
            }
            catch (OutcomeUnknownException)
            {
                isUncertain = true;
            }
            catch (Exception e) when (e is StoreException or ConcurrencyException or OperationCanceledException)
            {
                // It says that nothing was recorded. If an earlier attempt may have been, only asking again tells.
                if (!isUncertain)
                {
                    history.Deny(ledger, commandId);
                    return;
                }
            }
            catch (InvalidOperationException)
            {
                isUncertain = true; // a fault that no store should have says nothing of the outcome
            }
        }
    }
}
