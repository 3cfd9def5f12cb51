using Cqrs.Gen.Benchmarks.Compiler;

const string Usage = "Usage: dotnet run -c Release --project tests/Benchmarks.Compiler -- [aggregates...] (1 100 1000 unless given)";

#if DEBUG
Console.Error.WriteLine("This is a debug build: its figures say nothing. " + Usage);
#endif

int[] sizes;
try
{
    sizes = args.Length == 0 ? [1, 100, 1000] : [.. args.Select(int.Parse)];
}
catch (FormatException)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

CompilerContest.WarmUp();
foreach (int size in sizes)
{
    CompilerContest.Run(size, rounds: size >= 1000 ? 1 : size >= 100 ? 3 : 15);
}

return 0;
