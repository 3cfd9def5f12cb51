using System.Runtime.InteropServices;
using Bank;
using Cqrs.Gen;
using Cqrs.Gen.Sqlite;

Arguments arguments;
try
{
    arguments = Arguments.Parse(args);
}
catch (FormatException e)
{
    return Fail(ExitCode.BadArguments, e.Message + " Try --help.");
}

if (arguments.IsHelp)
{
    Console.WriteLine(Arguments.Usage);
    return (int)ExitCode.Success;
}

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

Stream input;
try
{
    input = arguments.Input == "-" ? Console.OpenStandardInput() : File.OpenRead(arguments.Input);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    return Fail(ExitCode.BadArguments, $"The input cannot be read. {e.Message}");
}

await using (input)
{
    Journal journal = new(Console.Out, Console.Error, arguments.IsQuiet);
    try
    {
        await using CqrsApplication bank = await CqrsApplication.OpenAsync(
            cqrs => cqrs
                .AddModule<BankModule>()
                .AddService<ICheckClearing>(new ClearingHouse())
                .UseSqlite(arguments.Database),
            stop.Token);

        bool scrolls = !arguments.IsQuiet && !Console.IsOutputRedirected;
        Teller teller = new(bank.Commands, journal, scrolls ? null : new Progress(Console.Error, !Console.IsErrorRedirected));
        await teller.ServeAsync(new LineReader(input), stop.Token);
        await (arguments.IsJson
            ? Summaries.PrintJsonAsync(bank.Queries, teller.Accounts, Console.Out)
            : Summaries.PrintAsync(bank.Queries, teller.Accounts, Console.Out));
        PrintTotals(journal);
        return (int)(journal.Bad == 0 ? ExitCode.Success : ExitCode.BadLines);
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        PrintTotals(journal);
        return Fail(ExitCode.Interrupted, "Interrupted. Run it again to go on: what was done is recognised.");
    }
    catch (ArgumentException e) when (e.ParamName == "path")
    {
        return Fail(ExitCode.BadArguments, e.Message);
    }
    catch (CqrsException e)
    {
        return Fail(ExitCode.DatabaseUnusable, journal.Lines == 0 ? e.Message : $"After {journal.Lines:N0} lines: {e.Message}");
    }
    catch (IOException e)
    {
        return Fail(ExitCode.BadArguments, $"The input cannot be read on, or the output not be written. {e.Message}");
    }
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

static void PrintTotals(Journal journal)
{
    Console.WriteLine();
    Console.WriteLine(FormattableString.Invariant(
        $"{journal.Lines:N0} lines: {journal.Done:N0} done, {journal.Repeated:N0} already done, {journal.Refused:N0} refused, {journal.Bad:N0} bad."));
}

static int Fail(ExitCode code, string message)
{
    Console.Error.WriteLine(message);
    return (int)code;
}
