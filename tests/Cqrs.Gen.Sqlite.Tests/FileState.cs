using System.Security.Cryptography;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>Everything in a folder, byte for byte.</summary>
internal static class FileState
{
    public static IReadOnlyDictionary<string, string> Of(string folder) => Directory
        .EnumerateFileSystemEntries(folder)
        .ToDictionary(p => Path.GetFileName(p), p => File.Exists(p) ? $"{new FileInfo(p).LastWriteTimeUtc:O} {Convert.ToHexString(SHA256.HashData(Bytes(p)))}" : "folder");

    // Other connections may hold the file.
    private static byte[] Bytes(string path)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[RandomAccess.GetLength(file)];
        _ = RandomAccess.Read(file, bytes, 0);
        return bytes;
    }
}
