namespace Cqrs.Gen.Faults;

/// <summary>A folder of a test's own, with files that are stores.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cqrs-gen-faults-");
    private int _stores;

    public string Path => _folder.FullName;

    /// <summary>A file that does not exist yet, in the words of <see cref="Orders"/>.</summary>
    public string NewStore() => $"sqlite:{System.IO.Path.Combine(Path, $"events{++_stores}.db")}";

    public void Dispose() => _folder.Delete(recursive: true);
}
