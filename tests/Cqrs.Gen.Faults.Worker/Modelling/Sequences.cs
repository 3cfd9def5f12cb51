using Cqrs.Gen.Storage;
using CsCheck;

namespace Cqrs.Gen.Faults;

/// <summary>Whatever is appended in batches of whatever, a store says and keeps what <see cref="ModelStorage"/> says and keeps.</summary>
internal static class Sequences
{
    private const int OfOneStore = 2_000;

    /// <param name="open">Makes the nth store, which holds nothing.</param>
    /// <param name="count">How many sequences.</param>
    /// <exception cref="CsCheckException">The store did otherwise; the message has the shortest sequence that was found.</exception>
    public static async Task RunAsync(Func<int, IEventStorage> open, int count)
    {
        for (int i = 0, left = count; left > 0; i++, left -= OfOneStore)
        {
            await using IEventStorage storage = open(i);
            await storage.OpenAsync(CancellationToken.None);
            int sequence = 0;
            await Step.Any.Array[1, 12].Array[1, 6].SampleAsync(
                batches => CompareAsync(storage, $"{Interlocked.Increment(ref sequence)}-", batches),
                iter: Math.Min(OfOneStore, left),
                threads: 1);
        }
    }

    // Streams and documents of its own, since histories only grow; positions start where the last sequence ended.
    private static async Task CompareAsync(IEventStorage actual, string prefix, Step[][] batches)
    {
        await using ModelStorage model = new();
        long start = await actual.ReadLogAsync(new(0, 1, new EventSource[] { new("", "") }), new Transcript(0), CancellationToken.None);
        AppendChain[] modelChains = [new(), new(), new()];
        AppendChain[] actualChains = [new(), new(), new()];
        int number = 0;
        foreach (Step[] steps in batches)
        {
            AppendRequest[] requests = [.. steps.Select(step => step.Request(prefix))];
            AppendOutcome[] expected = new AppendOutcome[requests.Length];
            AppendOutcome[] outcomes = new AppendOutcome[requests.Length];
            Link(requests, steps, modelChains, number);
            await model.AppendAsync(requests, expected, CancellationToken.None);
            Link(requests, steps, actualChains, number);
            await actual.AppendAsync(requests, outcomes, CancellationToken.None);
            number += steps.Length;
            Demand(
                string.Join('\n', expected),
                string.Join('\n', outcomes.Select(o => o.Result == AppendResult.Conflict ? o : o with { Position = o.Position - start })));
        }

        Demand(await Transcript.ReadAsync(model, prefix, 0), await Transcript.ReadAsync(actual, prefix, start));
    }

    private static void Link(AppendRequest[] requests, Step[] steps, AppendChain[] chains, int number)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            requests[i].Link = steps[i].InChain ? chains[steps[i].Stream].Link(number + i) : default;
        }
    }

    private static void Demand(string expected, string actual)
    {
        if (expected != actual)
        {
            string[] difference = [.. expected.Split('\n').Zip(actual.Split('\n')).Where(static lines => lines.First != lines.Second).Select(static lines => $"The model says {lines.First}, the store {lines.Second}")];
            throw new ContradictionException(difference.FirstOrDefault("One of them says more."));
        }
    }
}

/// <summary>A store says or keeps something else than it must.</summary>
internal sealed class ContradictionException(string message) : Exception(message);
