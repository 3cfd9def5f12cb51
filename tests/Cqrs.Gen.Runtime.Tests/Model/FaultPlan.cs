using Cqrs.Gen.Storage;
using Ledgers;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>Lets a store go wrong at random, in every way that its port allows, while another process appends to the same streams.</summary>
internal sealed class FaultPlan(int seed, int percent, CqrsApplication other, string[] ledgers, History history)
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();
    private int _foreign;

    public void Attach(ObservedStorage storage)
    {
        storage.BeforeAppend = BeforeAsync;
        storage.AfterAppend = AfterAsync;
        storage.BeforeRead = request =>
        {
            // A command whose outcome is asked for after a broken commit stays unknown then.
            if (request.CommandId is not null && Happens())
            {
                throw new StoreException(StoreFault.Unavailable, "No answer.");
            }
        };
    }

    private async Task BeforeAsync()
    {
        if (Happens())
        {
            await InterfereAsync();
        }

        if (Happens())
        {
            await Task.Delay(1);
        }

        if (Happens())
        {
            throw Next(4) switch
            {
                0 => new StoreException(StoreFault.Full, "No room."),
                1 => new StoreException(StoreFault.Refused, "One of them is too large."),
                2 => new CommitUncertainException("The connection broke before the commit."),
                _ => new InvalidOperationException("The driver is confused."),
            };
        }
    }

    private Task AfterAsync() => Happens() ? throw new CommitUncertainException("The connection broke after the commit.") : Task.CompletedTask;

    // Often by one event only: just as many as an append of ours that conflicts would have recorded.
    private async Task InterfereAsync()
    {
        string ledger = ledgers[Next(ledgers.Length)];
        for (int i = Next(3); i >= 0; i--)
        {
            CommandOptions options = new(CommandId: $"foreign {Interlocked.Increment(ref _foreign)}");
            CommandResult result = await other.Commands.ExecuteAsync(ledger, new Post(1 + Next(5)), options);
            history.Acknowledge(ledger, result);
        }
    }

    private bool Happens() => Next(100) < percent;

    private int Next(int below)
    {
        lock (_gate)
        {
            return _random.Next(below);
        }
    }
}
