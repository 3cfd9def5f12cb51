namespace Cqrs.Gen.Sqlite.Tests;

internal static class Refusal
{
    /// <summary>Opening the file must fail in a certain way, say why and where, and change nothing in the folder.</summary>
    public static async Task ExpectAsync(TemporaryFolder folder, string name, StoreFault fault, string message, Func<Func<Task<SqliteEventStorage>>, Task<SqliteEventStorage>> run)
    {
        IReadOnlyDictionary<string, string> before = FileState.Of(folder.Path);

        Task<SqliteEventStorage> opening = run(() => folder.OpenAsync(name, o => o.LockTimeout = TimeSpan.FromMilliseconds(50)));
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => opening);

        Assert.True(fault == refused.Fault, $"{refused.Fault} instead of {fault}: {refused.Message}");
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, FileState.Of(folder.Path));
    }
}
