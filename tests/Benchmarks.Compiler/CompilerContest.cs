using System.Diagnostics;
using System.Globalization;

namespace Cqrs.Gen.Benchmarks.Compiler;

/// <summary>What each contender costs in a whole build, and after an edit. They take turns in an order shuffled anew for each round.</summary>
internal static class CompilerContest
{
    public static void Run(int size, int rounds)
    {
        Contender[] contenders = Contender.All;
        List<Cost>[] costs = [.. contenders.Select(static _ => new List<Cost>())];

        for (int round = 0; round < rounds; round++)
        {
            int[] order = [.. Enumerable.Range(0, contenders.Length)];
            Random.Shared.Shuffle(order);
            foreach (int i in order)
            {
                Cost cost = Build.Measure(contenders[i], size);
                costs[i].Add(cost);

                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{size:N0} aggregates, round {round + 1} of {rounds}, {contenders[i].Name}: generator {cost.Generator:N0} ms, rules {cost.Rules:N0} ms, compiler {cost.Compiler:N0} ms"));
            }
        }

        Print(size, contenders, costs);
    }

    /// <summary>Small builds that do not count, so that the compiler's own code is compiled by then.</summary>
    public static void WarmUp()
    {
        for (int round = 0; round < 10; round++)
        {
            foreach (Contender contender in Contender.All)
            {
                _ = Build.Measure(contender, 3);
            }
        }
    }

    private static void Print(int size, Contender[] contenders, List<Cost>[] costs)
    {
        Console.WriteLine();
        Console.WriteLine($"### {size.ToString("N0", CultureInfo.InvariantCulture)} aggregates, {(size * 10).ToString("N0", CultureInfo.InvariantCulture)} events");
        Console.WriteLine();
        Console.WriteLine("| | generator, ms | rules, ms | compiler, ms | share of the build | unrelated edit, ms | files emitted again | edit of an event, ms | files emitted again | lines emitted |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (int i = 0; i < contenders.Length; i++)
        {
            List<Cost> all = costs[i];
            double share = Median(all, static c => (c.Generator + c.Rules) / (c.Generator + c.Rules + c.Compiler));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {Median(all, static c => c.Generator):N1} | {Median(all, static c => c.Rules):N1} | {Median(all, static c => c.Compiler):N0} | {share:P0} | {Median(all, static c => c.UnrelatedEdit):N2} | {all[0].EmittedAgainAfterUnrelated} of {all[0].Emitted} | {Median(all, static c => c.EventEdit):N2} | {all[0].EmittedAgain} of {all[0].Emitted} | {all[0].Lines:N0} |"));
        }
    }

    private static double Median(List<Cost> costs, Func<Cost, double> figure)
    {
        double[] sorted = [.. costs.Select(figure).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>What a contender cost in one round; times in milliseconds.</summary>
internal sealed record Cost(double Generator, double Rules, double Compiler, double UnrelatedEdit, double EventEdit, int Emitted, int EmittedAgainAfterUnrelated, int EmittedAgain, int Lines);
