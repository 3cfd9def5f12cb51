using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>Something that every store must do.</summary>
public sealed class StoreScenario
{
    private readonly Func<Func<ValueTask<IEventStorage>>, Task> _run;

    internal StoreScenario(string name, Func<Func<ValueTask<IEventStorage>>, Task> run, bool opensTwice = false)
    {
        Name = name;
        OpensTwice = opensTwice;
        _run = run;
    }

    /// <summary>What the store must do, as a sentence.</summary>
    public string Name { get; }

    /// <summary>Whether the scenario opens the same data more than once, which a store that only lives in memory cannot do.</summary>
    public bool OpensTwice { get; }

    /// <summary>Runs the scenario.</summary>
    /// <param name="open">
    /// Opens a store that holds nothing at first. Called again, it opens the same data, beside what is still open. The scenario disposes what it opens.
    /// </param>
    /// <exception cref="ConformanceException">The store does something else.</exception>
    public Task RunAsync(Func<ValueTask<IEventStorage>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return _run(open);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static StoreScenario With(string name, Func<IEventStorage, Task> run) => new(name, async open =>
    {
        IEventStorage storage = await open().ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            await run(storage).ConfigureAwait(false);
        }
    });
}
