namespace Cqrs.Gen.Benchmarks;

/// <summary>
/// Lets contenders take turns. In each round everyone has one turn, in shuffled order, so that whatever else the machine does hits all alike; a ratio is
/// taken within a round, and the median of the rounds counts. Before that, turns that do not count let the compiler finish.
/// </summary>
/// <param name="title">What is measured.</param>
/// <param name="unit">In which unit the table shows it.</param>
/// <param name="rounds">How many rounds count.</param>
/// <param name="warmUps">How many rounds go before them.</param>
internal sealed class Contest(string title, Unit unit, int rounds, int warmUps)
{
    private readonly Random _random = new(20_26);

    /// <summary>Measures, and prints the table.</summary>
    /// <param name="contenders">Who takes part; the first is what the others are compared with.</param>
    public async Task RunAsync(params Contender[] contenders)
    {
        Measurement[][] results = [.. contenders.Select(_ => new Measurement[rounds])];
        for (int round = -warmUps; round < rounds; round++)
        {
            int[] order = [.. Enumerable.Range(0, contenders.Length)];
            _random.Shuffle(order);
            foreach (int i in order)
            {
                Measurement measured = await contenders[i].TakeTurn();
                if (round >= 0)
                {
                    results[i][round] = measured;
                }
            }
        }

        Table.Print(title, unit, contenders, results);
    }
}
