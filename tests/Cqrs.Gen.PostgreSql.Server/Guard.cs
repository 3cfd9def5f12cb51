using System.Diagnostics;

namespace Cqrs.Gen.PostgreSql.Server;

/// <summary>
/// Ends a server and deletes its folder when the program that started it is gone, however it ended: it waits for the end of its input, which the system closes then.
/// </summary>
internal sealed class Guard : IDisposable
{
    private const string Script = """
        while read -r line; do :; done
        trap '' HUP INT TERM
        if [ -f "$0/data/postmaster.pid" ]; then
            read -r pid < "$0/data/postmaster.pid"
            kill -CONT "$pid"; kill -QUIT "$pid"
            i=0
            while kill -0 "$pid" && [ "$i" -lt 100 ]; do sleep 0.05; i=$((i + 1)); done
            kill -KILL "$pid"
        fi 2>/dev/null
        rm -rf "$0"
        """;

    private readonly Process _process;

    public Guard(string folder) => _process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, folder])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    })!;

    /// <summary>Ends the server and deletes the folder now.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
