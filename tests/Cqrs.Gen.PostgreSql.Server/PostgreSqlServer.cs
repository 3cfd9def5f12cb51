using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Cqrs.Gen.PostgreSql.Server;

/// <summary>
/// A private PostgreSQL server with durability on, in a temporary folder, reached through a Unix socket only. Nothing of it is left when it is disposed, or when the
/// program ends in any other way. Any role may log in without a password, except the role "guarded".
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const int Port = 5432; // a part of the socket's name, nothing more
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Guard _guard;
    private readonly string[] _settings;
    private int _databases;

    private PostgreSqlServer(string folder, string[] settings)
    {
        Folder = folder;
        _settings = settings;
        _guard = new(folder);
    }

    /// <summary>Why no server can be started here, or null.</summary>
    public static string? Missing { get; } = OperatingSystem.IsWindows() ? "The private PostgreSQL server needs Unix."
        : Binaries.Folder is null ? "PostgreSQL is not installed: neither in /usr/lib/postgresql/*/bin nor on the path."
        : !Shell.HasUser ? "PostgreSQL does not run as root, and there is no user postgres to run it as."
        : null;

    /// <summary>The folder of the socket, the data and the server's log.</summary>
    public string Folder { get; }

    /// <summary>What the server wrote about itself.</summary>
    public string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    private string LogFile => Path.Combine(Folder, "log");

    private string Data => Path.Combine(Folder, "data");

    /// <summary>Creates and starts a server.</summary>
    /// <param name="settings">Settings beside the usual ones, each as name=value.</param>
    public static async Task<PostgreSqlServer> StartAsync(params string[] settings)
    {
        if (Missing is { } reason)
        {
            throw new InvalidOperationException(reason);
        }

        string folder = Directory.CreateTempSubdirectory("cqrs-gen-pg-").FullName;
        PostgreSqlServer server = new(folder, settings);
        try
        {
            Shell.HandOver(folder);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101); // the socket is for everyone
            }

            Shell.Run(Shell.Unprivileged(Path.Combine(Binaries.Folder!, "initdb"), "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"));
            await File.WriteAllTextAsync(Path.Combine(server.Data, "pg_hba.conf"), "local all guarded scram-sha-256\nlocal all all trust\nlocal replication all trust\n");
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How to connect to a database of this server.</summary>
    public string ConnectionString(string database = "postgres", string user = "postgres") => $"Host={Folder};Port={Port};Username={user};Database={database}";

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateDatabaseAsync(string options = "")
    {
        string name = $"test{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 {options}");
        return name;
    }

    /// <summary>Executes statements as the superuser.</summary>
    /// <returns>The first column of the first row, if any.</returns>
    public async Task<object?> ExecuteAsync(string sql, string database = "postgres")
    {
        await using NpgsqlConnection connection = new(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Starts the server again after it was stopped.</summary>
    public async Task StartAsync()
    {
        string[] settings = ["listen_addresses=", $"unix_socket_directories={Folder}", "max_connections=200", "shared_buffers=128MB", "max_wal_size=2GB", "restart_after_crash=on", .. _settings];
        ProcessStartInfo start = Shell.Unprivileged("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >> \"$log\" 2>&1", "sh", LogFile, Path.Combine(Binaries.Folder!, "postgres"), "-D", Data, "-p", $"{Port}", .. settings.SelectMany(static s => (string[])["-c", s])]);
        using Process process = Process.Start(start)!;
        await WaitUntilReadyAsync();
    }

    /// <summary>Waits until the server accepts connections, as after it recovered from a crash.</summary>
    public async Task WaitUntilReadyAsync()
    {
        long begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException e)
            {
                if (Stopwatch.GetElapsedTime(begin) > Patience)
                {
                    throw new InvalidOperationException($"The server does not answer.\n{Log}", e);
                }
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Stops the server and waits until it is gone.</summary>
    public async Task StopAsync(StopMode mode)
    {
        if (Postmaster() is not { } postmaster)
        {
            return;
        }

        int[] processes = [postmaster, .. Children(postmaster)];
        Shell.Signal(postmaster, mode switch { StopMode.Fast => Signal.Interrupt, StopMode.Immediate => Signal.Quit, _ => Signal.Kill });
        if (mode == StopMode.Kill)
        {
            Array.ForEach(processes, static process => Shell.Signal(process, Signal.Kill));
        }

        // A process that outlives its parent keeps the next server from starting.
        long begin = Stopwatch.GetTimestamp();
        while (processes.Any(IsRunning))
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience)
            {
                throw new InvalidOperationException($"The server does not stop.\n{Log}");
            }

            await Task.Delay(5);
        }
    }

    /// <summary>Stops the server and starts it again.</summary>
    public async Task RestartAsync(StopMode mode)
    {
        await StopAsync(mode);
        await StartAsync();
    }

    /// <summary>Stops the server and starts it as a replica whose primary server is away: it can be read, and waits for more.</summary>
    public async Task RestartAsReplicaAsync()
    {
        await StopAsync(StopMode.Fast);
        string signal = Path.Combine(Data, "standby.signal");
        await File.WriteAllTextAsync(signal, "");
        Shell.HandOver(signal);
        await StartAsync();
    }

    /// <summary>Ends one server process as the system's memory killer would. PostgreSQL then ends all others and recovers.</summary>
    /// <param name="backend">Its process id, as in pg_stat_activity.</param>
    public static void KillBackend(int backend) => Shell.Signal(backend, Signal.Kill);

    /// <summary>Halts one server process, as an overloaded machine would, or lets it go on.</summary>
    public static void Pause(int backend, bool halt) => Shell.Signal(backend, halt ? Signal.Stop : Signal.Continue);

    /// <summary>Stops the server and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.Run(_guard.Dispose);
        GC.SuppressFinalize(this);
    }

    private static IEnumerable<int> Children(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int process) ? process : 0)
        .Where(process => process > 0 && Stat(process) is { } stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{parent}");

    private static bool IsRunning(int process) => Stat(process) is { } stat && !stat.Contains(") Z ", StringComparison.Ordinal);

    // What the system says of a process, or null if it is gone.
    private static string? Stat(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat");
        }
        catch (IOException)
        {
            return null;
        }
    }

    private int? Postmaster()
    {
        string file = Path.Combine(Data, "postmaster.pid");
        return File.Exists(file) && int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) is var process && IsRunning(process) ? process : null;
    }
}
