using System.Threading.Channels;
using Cqrs.Gen;

namespace Bank;

/// <summary>Has the lines of an input executed, several at once, and answers in the order of the lines.</summary>
/// <remarks>
/// Commands on different accounts share a commit, so many at once are many times faster than one after another. Commands on one account
/// follow each other as their lines do.
/// </remarks>
internal sealed class Teller(ICommandBus commands, Journal journal, Progress? progress)
{
    private const int MostAtOnce = 64;

    private readonly Dictionary<string, Task<CommandResult>> _latest = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _accounts = new(StringComparer.Ordinal);

    /// <summary>The accounts that were spoken of and exist.</summary>
    public IReadOnlyCollection<string> Accounts => _accounts;

    /// <summary>Serves all lines. Cancelling it ends the reading; what was read is completed.</summary>
    /// <exception cref="CqrsException">The store failed; the lines that were answered are recorded.</exception>
    /// <exception cref="IOException">The input failed; what was read of it is answered.</exception>
    public async Task ServeAsync(LineReader lines, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<Request> requests = Channel.CreateBounded<Request>(MostAtOnce);
        Task taking = TakeAsync(lines, requests.Writer, stop.Token);
        try
        {
            journal.PrintHeader();
            await foreach (Request request in requests.Reader.ReadAllAsync(CancellationToken.None))
            {
                await AnswerAsync(request);
                progress?.Report(journal.Lines);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await taking;
            progress?.Clear();
        }
    }

    private async Task TakeAsync(LineReader lines, ChannelWriter<Request> requests, CancellationToken cancellationToken)
    {
        try
        {
            while (await lines.ReadAsync(cancellationToken) is { } line)
            {
                if (line.Text.Span.ContainsAnyExcept(" \t\r"u8))
                {
                    await requests.WriteAsync(Take(line), cancellationToken);
                }
            }

            requests.Complete();
        }
        catch (Exception e)
        {
            // Whatever it is, it is thrown where the requests are answered, after those before it.
            requests.Complete(e);
        }
    }

    private Request Take(Line line)
    {
        try
        {
            Instruction instruction = Instruction.Read(line);
            return new(line.Number, instruction, Begin(instruction), null);
        }
        catch (BadLineException e)
        {
            return new(line.Number, null, null, e);
        }
    }

    private Task<CommandResult> Begin(Instruction instruction)
    {
        lock (_latest)
        {
            Task<CommandResult>? before = _latest.GetValueOrDefault(instruction.Account);
            return _latest[instruction.Account] = Task.Run(async () =>
            {
                if (before is not null)
                {
                    await before;
                }

                return await commands.ExecuteAsync<BankAccount>(instruction.Account, instruction.Command, new CommandOptions(instruction.Id));
            });
        }
    }

    private async Task AnswerAsync(Request request)
    {
        if (request is not { Instruction: { } instruction, Execution: { } execution })
        {
            Report(request.Line, request.Fault!.Path, request.Fault.Message);
            return;
        }

        CommandResult result = await execution;
        Forget(instruction.Account, execution);
        if (result.Error is { Code: UserError.AggregateNotFoundCode } unknown)
        {
            Report(request.Line, "$.account", unknown.Message);
            return;
        }

        _accounts.Add(instruction.Account);
        journal.Print(request.Line, instruction, result);
    }

    private void Forget(string account, Task<CommandResult> execution)
    {
        lock (_latest)
        {
            if (_latest[account] == execution)
            {
                _latest.Remove(account);
            }
        }
    }

    private void Report(long line, string path, string problem)
    {
        progress?.Clear();
        journal.PrintBad(line, path, problem);
    }

    private sealed record Request(long Line, Instruction? Instruction, Task<CommandResult>? Execution, BadLineException? Fault);
}
