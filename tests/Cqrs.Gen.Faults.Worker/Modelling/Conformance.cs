using Cqrs.Gen.Storage;
using Cqrs.Gen.Testing.Conformance;

namespace Cqrs.Gen.Faults;

/// <summary>Whether a store does what every store must do. Whatever it does otherwise is an exception that says so.</summary>
internal static class Conformance
{
    public static async Task RunAsync(Orders orders, Action<string> say)
    {
        if (orders.Conforms)
        {
            say($"passed {await ScenariosAsync(orders.Store)}");
        }

        if (orders.Sequences > 0)
        {
            await Sequences.RunAsync(n => Orders.Open(Orders.Beside(orders.Store, n)), orders.Sequences);
            say($"passed {orders.Sequences}");
        }

        if (orders.Histories > 0)
        {
            await Histories.RunAsync(n => Shared(Orders.Beside(orders.Store, 2000 + n)), orders.Histories, new(1));
            say($"passed {orders.Histories}");
        }
    }

    /// <summary>Two stores on one log, or the one of a process's own memory.</summary>
    public static IReadOnlyList<IEventStorage> Shared(string store) => store == "memory" ? [Orders.Open(store)] : [Orders.Open(store), Orders.Open(store)];

    private static async Task<int> ScenariosAsync(string store)
    {
        StoreScenario[] scenarios = [.. StoreConformance.Scenarios.Where(scenario => store != "memory" || !scenario.OpensTwice)];
        for (int i = 0; i < scenarios.Length; i++)
        {
            string place = Orders.Beside(store, 1000 + i);
            await scenarios[i].RunAsync(async () =>
            {
                IEventStorage storage = Orders.Open(place);
                await storage.OpenAsync(CancellationToken.None);
                return storage;
            });
        }

        return scenarios.Length;
    }
}
