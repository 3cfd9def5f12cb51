using System.Diagnostics;
using System.Globalization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>A process of its own that deposits money; the benchmark starts it, and hears from it on its standard output what was acknowledged.</summary>
internal static class BankWorker
{
    /// <summary>The first argument of the program when it is to be one.</summary>
    public const string Name = "worker";

    /// <summary>Deposits once, as soon as possible, and says at its end how much memory it had resident at most.</summary>
    public const string First = "first";

    /// <summary>Deposits into some accounts, and so often that the compiler is done with most of it, waits for a line on the standard input, and lets callers deposit.</summary>
    public const string Load = "load";

    private const int Settling = 4_000;

    /// <param name="args">First or Load, the name of a program, its address, the prefix of the accounts, and for Load how many accounts, callers and commands.</param>
    public static async Task RunAsync(string[] args)
    {
        bool isFirst = args[0] == First;
        string prefix = args[3];
        await using (IBank bank = await BankProgram.Named(args[1]).OpenAsync(args[2]))
        {
            if (isFirst)
            {
                Say(new(prefix, await bank.DepositAsync(prefix, 1), 1));
            }
            else
            {
                await LoadAsync(bank, prefix, [.. args.Skip(4).Select(static n => int.Parse(n, CultureInfo.InvariantCulture))]);
            }
        }

        if (isFirst)
        {
            using Process self = Process.GetCurrentProcess();
            Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task LoadAsync(IBank bank, string prefix, int[] numbers)
    {
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
