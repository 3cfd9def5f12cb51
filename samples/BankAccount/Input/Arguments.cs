namespace Bank;

/// <summary>What the user asks for on the command line.</summary>
/// <param name="Input">The input file, or <c>-</c> for standard input.</param>
/// <param name="Database">The SQLite file.</param>
/// <param name="IsQuiet">Prints no line for what went well.</param>
/// <param name="IsJson">Prints the summaries as JSON.</param>
/// <param name="IsHelp">Prints how to use the program, and does nothing else.</param>
internal sealed record Arguments(string Input, string Database, bool IsQuiet, bool IsJson, bool IsHelp)
{
    public const string Usage = """
        Executes the commands of a JSON Lines file on bank accounts that are kept in a SQLite file.

        Usage: BankAccount [INPUT] [--database FILE] [--quiet] [--json]

          INPUT             The file to read, or - for standard input. Without it: the commands that come with this sample.
          --database FILE   Where the accounts are kept; created if it is not there. Without it: bank.db in the current folder.
          --quiet           Print only what went wrong, and the summaries.
          --json            Print the summaries as JSON, one a line.
          --help            Print this.

        Each line of the input: {"account": "alice", "id": "a-17", "command": {"$type": "deposit-money", "amount": 10.00}}
        A line whose id was executed before is recognised and not executed again.

        Exit codes: 0 all lines were good, 1 some lines were bad, 2 the arguments or the input cannot be used,
        3 the database cannot be used, 130 interrupted.
        """;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It cannot be understood; the message says why.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        string? input = null;
        string? database = null;
        bool isQuiet = false;
        bool isJson = false;
        bool isHelp = false;
        for (int i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h":
                    isHelp = true;
                    break;
                case "--quiet" or "-q":
                    isQuiet = true;
                    break;
                case "--json":
                    isJson = true;
                    break;
                case "--database" when i + 1 == args.Count || args[i + 1].Length == 0:
                    throw new FormatException("--database needs a file.");
                case "--database":
                    database = args[++i];
                    break;
                case { Length: > 1 } option when option[0] == '-':
                    throw new FormatException($"There is no option {option}.");
                case "":
                    throw new FormatException("The input's name is empty.");
                case var name when input is null:
                    input = name;
                    break;
                default:
                    throw new FormatException($"There is one input at most; {args[i]} is a second one.");
            }
        }

        return new(input ?? Path.Combine(AppContext.BaseDirectory, "commands.jsonl"), database ?? "bank.db", isQuiet, isJson, isHelp);
    }
}
