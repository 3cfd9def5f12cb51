using Cqrs.Gen;

namespace Bank;

/// <summary>Prints what became of each line, and counts.</summary>
/// <param name="output">What was done and refused.</param>
/// <param name="errors">Bad lines.</param>
/// <param name="isQuiet">Prints bad lines only.</param>
internal sealed class Journal(TextWriter output, TextWriter errors, bool isQuiet)
{
    public long Lines => Done + Repeated + Refused + Bad;

    public long Done { get; private set; }

    public long Repeated { get; private set; }

    public long Refused { get; private set; }

    public long Bad { get; private set; }

    public void PrintHeader() => Print($"{"line",7}  {"account",-10}  {"what happened",-28} {"amount",14} {"balance",14}");

    public void Print(long line, Instruction instruction, CommandResult result)
    {
        if (result.Error is { } error)
        {
            Refused++;
            Wording words = Wording.Of(instruction.Command);
            Print($"{line,7}  {instruction.Account,-10}  {words.Text,-28} {words.Amount,14:N2}   refused: {error.Message}");
            return;
        }

        (Done, Repeated) = result.IsRepeat ? (Done, Repeated + 1) : (Done + 1, Repeated);
        foreach (IEvent e in result.Events)
        {
            Wording words = Wording.Of(e);
            if (result.IsRepeat)
            {
                Print($"{line,7}  {instruction.Account,-10}  {words.Text,-28} {words.Amount,14:N2}   already done");
            }
            else
            {
                Print($"{line,7}  {instruction.Account,-10}  {words.Text,-28} {words.Amount,14:N2} {words.Balance,14:N2}");
            }
        }
    }

    public void PrintBad(long line, string path, string problem)
    {
        Bad++;
        errors.WriteLine(Printable.Of($"line {line}: {path}: {problem}"));
    }

    private void Print(FormattableString text)
    {
        if (!isQuiet)
        {
            output.WriteLine(Printable.Of(FormattableString.Invariant(text).TrimEnd()));
        }
    }
}
