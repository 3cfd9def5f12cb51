using Cqrs.Gen.Benchmarks;

const string Usage = "Usage: dotnet run -c Release --project tests/Benchmarks -- [dispatch|json|command|sqlite|postgresql|replay|first|all] [--quick] [--only=TEXT]";

if (args is [BankWorker.Name, ..])
{
    await BankWorker.RunAsync(args[1..]);
    return 0;
}

string[] suites = [.. args.Where(static a => a != "--quick" && !a.StartsWith("--only=", StringComparison.Ordinal))];
string suite = suites.Length == 0 ? "all" : suites[0];
if (suites.Length > 1 || suite is not ("dispatch" or "json" or "command" or "sqlite" or "postgresql" or "replay" or "first" or "all"))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

#if DEBUG
Console.Error.WriteLine("This is a debug build: its figures say nothing. " + Usage);
#endif

Effort effort = new(IsQuick: args.Contains("--quick"), Only: args.LastOrDefault(static a => a.StartsWith("--only=", StringComparison.Ordinal))?[7..] ?? "");
if (suite is "dispatch" or "all")
{
    await DispatchBenchmark.RunAsync(effort);
}

if (suite is "json" or "all")
{
    await JsonBenchmark.RunAsync(effort);
}

if (suite is "command" or "all")
{
    await CommandBenchmark.RunAsync(effort);
}

if (suite is "sqlite" or "all")
{
    await AppendBenchmark.RunAsync(effort, SqliteBanks.Contenders);
}

if (suite is "sqlite" or "first" or "all")
{
    await FirstCommandBenchmark.RunOnSqliteAsync(effort);
}

if (suite is "postgresql" or "all")
{
    await PostgreSqlBenchmark.RunAsync(effort);
}

if (suite is "first")
{
    await PostgreSqlBenchmark.RunFirstCommandAsync(effort);
}

if (suite is "json" or "replay" or "all")
{
    await PayloadReplayBenchmark.RunAsync(effort);
}

if (suite is "sqlite" or "replay" or "all")
{
    await ReplayBenchmark.RunAsync(effort);
}

return 0;
