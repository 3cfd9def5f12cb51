using System.Runtime.InteropServices;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>
/// Runs something with the file permissions of nobody, so that permissions bind even where tests run as root. Linux lets a single thread give up its
/// rights to files.
/// </summary>
internal static partial class Unprivileged
{
    private const int Nobody = 65534;

    public static T Run<T>(Func<T> action)
    {
        T result = default!;
        Exception? thrown = null;
        Thread thread = new(() =>
        {
            try
            {
                Assert.SkipUnless(OperatingSystem.IsLinux(), "Giving up the rights to files for one thread needs Linux.");
                _ = SetFileSystemUser(Nobody);
                result = action();
            }
            catch (Exception e)
            {
                thrown = e;
            }
        });
        thread.Start();
        thread.Join();
        return thrown is null ? result : throw thrown;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(int user);
}
