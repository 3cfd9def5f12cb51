namespace Bank;

/// <summary>What the program tells the shell.</summary>
internal enum ExitCode
{
    Success = 0,
    BadLines = 1,
    BadArguments = 2,
    DatabaseUnusable = 3,
    Interrupted = 130,
}
