using System.Runtime.InteropServices;

namespace Cqrs.Gen.Faults;

#pragma warning disable CS0649 // SQLite fills them

/// <summary>sqlite3_vfs: how SQLite reaches files.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Vfs
{
    public int Version;
    public int FileSize;
    public int MaxPath;
    public nint Next;
    public nint Name;
    public nint AppData;
    public delegate* unmanaged[Cdecl]<Vfs*, byte*, SqliteFile*, int, int*, int> Open;
    public delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int> Delete;
    public nint Access;
    public nint FullPath;
    public nint LibraryOpen;
    public nint LibraryError;
    public nint LibrarySymbol;
    public nint LibraryClose;
    public nint Randomness;
    public nint Sleep;
    public nint CurrentTime;
    public nint LastError;
    public nint CurrentTimeInt64;
    public nint SetSystemCall;
    public nint GetSystemCall;
    public nint NextSystemCall;
}

/// <summary>sqlite3_file: an open file, the start of a larger thing that belongs to the VFS.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteFile
{
    public Methods* Methods;
}

/// <summary>sqlite3_io_methods: what can be done with an open file.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Methods
{
    public int Version;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int> Close;
    public nint Read;
    public delegate* unmanaged[Cdecl]<SqliteFile*, byte*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<SqliteFile*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, int> Sync;
    public nint FileSize;
    public nint Lock;
    public nint Unlock;
    public nint CheckReservedLock;
    public nint FileControl;
    public nint SectorSize;
    public nint DeviceCharacteristics;
    public nint ShmMap;
    public nint ShmLock;
    public nint ShmBarrier;
    public nint ShmUnmap;
    public nint Fetch;
    public nint Unfetch;
}

/// <summary>What the watcher keeps of an open file, behind what the original VFS keeps.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileState
{
    public Methods* Methods;
    public nint Path;

    public static int Offset(Vfs* original) => (original->FileSize + 7) & ~7;
}
