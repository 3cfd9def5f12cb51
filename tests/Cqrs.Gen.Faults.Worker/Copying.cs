using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Copies the log of one store to another, and says how far it is.</summary>
internal static class Copying
{
    public static async Task RunAsync(Orders orders, Action<string> say)
    {
        await using IEventStorage source = Orders.Open(orders.Store);
        await using IEventStorage target = Orders.Open(orders.CopyTo!);
        await source.OpenAsync(CancellationToken.None);
        await target.OpenAsync(CancellationToken.None);
        say("open");
        if (orders.Notes is { } notes)
        {
            await HastyCopy.RunAsync(source, target, notes);
        }
        else
        {
            await LogCopy.CopyAsync(source, target, new Progress(say));
        }

        say("end");
    }

    private sealed class Progress(Action<string> say) : IProgress<LogCopyProgress>
    {
        public void Report(LogCopyProgress value) => say($"copied {value.Position} {value.Copied}");
    }
}
