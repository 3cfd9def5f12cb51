using System.Runtime.Versioning;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>What may not be written, or not be read, is refused with a clear message and stays as it is.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PermissionTests : IDisposable
{
    private const UnixFileMode Everything = (UnixFileMode)0b111_111_111;
    private const UnixFileMode ReadOnlyFolder = (UnixFileMode)0b101_101_101;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        File.SetUnixFileMode(_folder.Path, Everything);
        File.SetUnixFileMode(_folder.File(), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await RefusedAsync(StoreFault.ReadOnly, "can be read but not written");
        Assert.Equal(["events.db"], _folder.Files);
    }

    [Fact]
    public async Task A_file_in_a_read_only_folder_is_refused()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        File.SetUnixFileMode(_folder.Path, ReadOnlyFolder);
        File.SetUnixFileMode(_folder.File(), Everything);

        await RefusedAsync(StoreFault.ReadOnly, "the file and its folder");
        Assert.Equal(["events.db"], _folder.Files);
    }

    [Fact]
    public async Task A_new_file_in_a_read_only_folder_is_refused()
    {
        File.SetUnixFileMode(_folder.Path, ReadOnlyFolder);

        await RefusedAsync(StoreFault.Misconfigured, "cannot be opened or created");
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_refused()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        File.SetUnixFileMode(_folder.Path, Everything);
        File.SetUnixFileMode(_folder.File(), UnixFileMode.None);

        await RefusedAsync(StoreFault.Misconfigured, "permission to read");
    }

    public void Dispose()
    {
        File.SetUnixFileMode(_folder.Path, Everything);
        _folder.Dispose();
    }

    private Task RefusedAsync(StoreFault fault, string message) => Refusal.ExpectAsync(_folder, "events.db", fault, message, Unprivileged.Run);
}
