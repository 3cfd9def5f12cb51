using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Callers in this process, at work until they are stopped.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly CqrsApplication _application;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private Crowd(CqrsApplication application, Ledger ledger, Orders orders)
    {
        _application = application;
        _work = new Callers(application.Commands, orders, line => ledger.Add(line + ";"))
            .RunAsync([.. Enumerable.Range(orders.First, orders.Callers).Select(ledger.Next)], _stop.Token);
    }

    /// <summary>Ends when all callers did what they were told to.</summary>
    public Task Work => _work;

    public static async Task<Crowd> StartAsync(Func<IEventStorage> open, Ledger ledger, Orders orders) => new(await Application.OpenAsync(open), ledger, orders);

    /// <summary>Lets each caller complete its command, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        await _application.DisposeAsync();
        _stop.Dispose();
    }
}
