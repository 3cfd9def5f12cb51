using System.Globalization;

namespace Cqrs.Gen.PostgreSql.Server;

/// <summary>The programs of an installed PostgreSQL.</summary>
internal static class Binaries
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder of initdb and postgres, or null if PostgreSQL is not installed: the newest of Debian's, or what the path finds.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    private static IEnumerable<string> Candidates()
    {
        IEnumerable<string> versions = Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian) : [];
        return versions
            .OrderByDescending(static version => decimal.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out decimal number) ? number : 0)
            .Select(static version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }
}
