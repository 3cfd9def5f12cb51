using System.Globalization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>A process of its own that deposits money; the benchmark starts it, and hears from it on its standard output what was acknowledged.</summary>
internal static class BankWorker
{
    /// <summary>The first argument of the program when it is to be one.</summary>
    public const string Name = "worker";

    /// <summary>Deposits once, as soon as possible.</summary>
    public const string First = "first";

    /// <summary>Deposits into some accounts, and so often that the compiler is done with most of it, waits for a line on the standard input, and lets callers deposit.</summary>
    public const string Load = "load";

    private const int Settling = 4_000;

    /// <param name="args">First or Load, Ours or ByHand, the address, the prefix of the accounts, and for Load how many accounts, callers and commands.</param>
    public static async Task RunAsync(string[] args)
    {
        string address = args[2];
        string prefix = args[3];
        await using IBank bank = args[1] == nameof(BankProgram.Ours) ? await CqrsBank.OpenAsync(cqrs => PostgreSqlPlace.Use(cqrs, address)) : await NaiveNpgsqlBank.OpenAsync(address);
        if (args[0] == First)
        {
            Say(new(prefix, await bank.DepositAsync(prefix, 1), 1));
            return;
        }

        int[] numbers = [.. args.Skip(4).Select(static n => int.Parse(n, CultureInfo.InvariantCulture))];
        (int accounts, int callers, int commands) = (numbers[0], numbers[1], numbers[2]);
        int before = accounts + Settling;
        Deposit[] acknowledged = new Deposit[before + commands];
        await Turn.CallAsync(bank, acknowledged.AsMemory(0, accounts), callers, (i, _) => $"{prefix}{i}");
        await Turn.CallAsync(bank, acknowledged.AsMemory(accounts, Settling), callers, (_, random) => $"{prefix}{random.Next(accounts)}");
        Console.WriteLine("ready");
        Console.ReadLine();
        await Turn.CallAsync(bank, acknowledged.AsMemory(before), callers, (_, random) => $"{prefix}{random.Next(accounts)}");
        Console.WriteLine("done");
        Array.ForEach(acknowledged, Say);
    }

    private static void Say(Deposit deposit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{deposit.Account} {deposit.Version} {deposit.Amount}"));
}

/// <summary>What a worker runs.</summary>
internal enum BankProgram
{
    ByHand,
    Ours,
}
