using System.Globalization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Prints the result of a contest as a table in Markdown.</summary>
internal static class Table
{
    public static void Print(string title, Unit unit, Contender[] contenders, Measurement[][] results)
    {
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Console.WriteLine($"| | {unit.Heading} | {unit.MemoryHeading} | ratio | ratio, middle half of the rounds |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        for (int i = 0; i < contenders.Length; i++)
        {
            double[] figures = [.. results.Select(round => unit.Of(round[i]))];
            double[] memory = [.. results.Select(round => unit.MemoryOf(round[i]))];
            double[] ratios = [.. results.Select(round => unit.Of(round[i]) / unit.Of(round[0]))];
            string spread = i == 0 ? "" : $"{Number(At(ratios, 0.25))} to {Number(At(ratios, 0.75))}";
            Console.WriteLine($"| {contenders[i].Name} | {Number(Median(figures))} | {Number(Median(memory))} | {(i == 0 ? "1" : Number(Median(ratios)))} | {spread} |");
        }
    }

    private static double Median(double[] values) => At(values, 0.5);

    // Between two values it lies in proportion.
    private static double At(double[] values, double share)
    {
        double[] sorted = [.. values.Order()];
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    private static string Number(double value) =>
        value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.##", CultureInfo.InvariantCulture);
}
