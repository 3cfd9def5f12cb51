using System.Globalization;
using System.Security.Cryptography;

namespace Cqrs.Gen.Aot.Tests;

/// <summary>A folder of a test's own, gone after it.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("bank-").FullName;

    public string At(string name) => Path.Combine(Folder, name);

    public string Write(string name, params IEnumerable<string> lines)
    {
        File.WriteAllLines(At(name), lines);
        return At(name);
    }

    /// <summary>Every file with its content.</summary>
    public string[] Content() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(static file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];

    public static string Open(string account, string id = "open", string owner = "Someone") =>
        $$$"""{"account": "{{{account}}}", "id": "{{{id}}}", "command": {"$type": "open-account", "owner": "{{{owner}}}"}}""";

    public static string Deposit(string account, string id, decimal amount) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""{"account": "{{{account}}}", "id": "{{{id}}}", "command": {"$type": "deposit-money", "amount": {{{amount}}}}}""");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
