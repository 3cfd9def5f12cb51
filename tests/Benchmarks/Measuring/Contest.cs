using System.Diagnostics;

namespace Cqrs.Gen.Benchmarks;

/// <summary>
/// Lets contenders take turns. In each round everyone has one turn, in shuffled order, so that whatever else the machine does hits all alike; a ratio is
/// taken within a round, and the median of the rounds counts. Before that, rounds that do not count let the compiler finish, which it does in steps and in
/// the background.
/// </summary>
/// <param name="title">What is measured.</param>
/// <param name="unit">In which unit the table shows it.</param>
/// <param name="rounds">How many rounds count; with 0 nothing is done.</param>
/// <param name="warmUp">How long the rounds before them go on, one at least.</param>
internal sealed class Contest(string title, Unit unit, int rounds, TimeSpan warmUp)
{
    private readonly Random _random = new(20_26);

    /// <summary>Measures, and prints the table.</summary>
    /// <param name="contenders">Who takes part; the first is what the others are compared with.</param>
    public async Task RunAsync(params Contender[] contenders)
    {
        if (rounds == 0)
        {
            return;
        }

        long start = Stopwatch.GetTimestamp();
        do
        {
            await TakeTurnsAsync(contenders);
        }
        while (Stopwatch.GetElapsedTime(start) < warmUp);

        Measurement[][] results = new Measurement[rounds][];
        for (int round = 0; round < rounds; round++)
        {
            results[round] = await TakeTurnsAsync(contenders);
        }

        Table.Print(title, unit, contenders, results);
    }

    private async Task<Measurement[]> TakeTurnsAsync(Contender[] contenders)
    {
        int[] order = [.. Enumerable.Range(0, contenders.Length)];
        _random.Shuffle(order);
        Measurement[] measured = new Measurement[contenders.Length];
        foreach (int i in order)
        {
            measured[i] = await contenders[i].TakeTurn();
        }

        return measured;
    }
}
