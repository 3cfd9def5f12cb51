using System.Runtime.InteropServices;
using CopyLog;
using Cqrs.Gen;
using Cqrs.Gen.Storage;

const string Usage = """
    Copies the log of any application from one store to another.

    Usage: CopyLog FROM TO

    FROM and TO are each one of
      sqlite:FILE                    sqlite:bank.db
      postgresql:CONNECTION STRING   "postgresql:Host=localhost;Database=bank;Username=bank"

    TO is created if it is not there. It holds nothing yet, or what an earlier run brought; that is compared, and the copy goes on after it.

    Exit codes: 0 both have the same log, 1 TO holds something else, 2 the arguments cannot be used, 3 a store cannot be used, 130 interrupted.
    """;

Progress progress = new(Console.Error, !Console.IsErrorRedirected);
if (args is ["--help" or "-h"])
{
    Console.WriteLine(Usage);
    return 0;
}

if (args is not [var from, var to])
{
    return Fail(2, "Two stores are needed: where to copy from, and where to. Try --help.");
}

if (from == to)
{
    return Fail(2, "FROM and TO are the same store.");
}

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using IEventStorage source = Place.Existing(from);
    await using IEventStorage target = Place.Of(to);
    await source.OpenAsync(stop.Token);
    await target.OpenAsync(stop.Token);
    LogCopyProgress done = await LogCopy.CopyAsync(source, target, progress, cancellationToken: stop.Token);
    progress.End();
    Console.WriteLine(FormattableString.Invariant($"Both have the same {done.Total:N0} events, byte for byte; {done.Copied:N0} of them were copied now."));
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return Fail(130, "Interrupted. Run it again to go on.");
}
catch (Exception e) when (e is FormatException or ArgumentException)
{
    return Fail(2, e.Message);
}
catch (LogMismatchException e)
{
    return Fail(1, e.Message);
}
catch (CommitUncertainException e)
{
    return Fail(3, e.Message + " Run it again to go on.");
}
catch (StoreException e)
{
    return Fail(3, e.Message);
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

int Fail(int code, string message)
{
    progress.End();
    Console.Error.WriteLine(message);
    return code;
}
