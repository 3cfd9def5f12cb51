using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Cqrs.Gen.Faults;

/// <summary>
/// SQLite's own way to the operating system (its default VFS), with a watcher between: so everything it asks of a disk can be recorded, and made to fail, without another library
/// and without a debugger. Files of folders that nobody watches are left alone.
/// </summary>
internal static unsafe partial class WatchedFiles
{
    private const int CreateFlag = 0x4;

    private static readonly ConcurrentDictionary<string, IDisk> Disks = new();
    private static readonly ConcurrentDictionary<nint, nint> Tables = new();
    private static readonly Vfs* Original = Register();

    /// <summary>Watches the files of a folder.</summary>
    public static void Watch(string folder, IDisk disk)
    {
        _ = Original;
        Disks[folder] = disk;
    }

    /// <summary>Leaves the files of a folder alone from now on, also those that are open.</summary>
    public static void Leave(string folder) => Disks.TryRemove(folder, out _);

    private static Vfs* Register()
    {
        SQLitePCL.Batteries_V2.Init();
        Vfs* original = Find(0);
        Vfs* watched = (Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Vfs));
        *watched = *original;
        watched->Next = 0;
        watched->FileSize = FileState.Offset(original) + sizeof(FileState);
        watched->Name = Marshal.StringToCoTaskMemUTF8("watched");
        watched->Open = &Open;
        watched->Delete = &Delete;
        return Register(watched, 1) == 0 ? original : throw new InvalidOperationException("SQLite did not take the watched VFS.");
    }

    private static bool TryFind(string path, out IDisk disk) => Disks.TryGetValue(Path.GetDirectoryName(path) ?? "", out disk!);

    private static FileState* State(SqliteFile* file) => (FileState*)((byte*)file + FileState.Offset(Original));

    private static (string Path, IDisk Disk)? Watcher(SqliteFile* file)
    {
        string path = (string)GCHandle.FromIntPtr(State(file)->Path).Target!;
        return TryFind(path, out IDisk disk) ? (Path.GetFileName(path), disk) : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, SqliteFile* file, int flags, int* outFlags)
    {
        string path = name == null ? "" : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        bool creates = (flags & CreateFlag) != 0 && !File.Exists(path);
        int result = Original->Open(Original, name, file, flags, outFlags);
        if (result != 0 || file->Methods == null)
        {
            return result;
        }

        FileState* state = State(file);
        state->Methods = file->Methods;
        state->Path = GCHandle.ToIntPtr(GCHandle.Alloc(path));
        file->Methods = (Methods*)Tables.GetOrAdd((nint)file->Methods, static original =>
        {
            Methods* table = (Methods*)NativeMemory.AllocZeroed((nuint)sizeof(Methods));
            *table = *(Methods*)original;
            table->Close = &Close;
            table->Write = &Write;
            table->Truncate = &Truncate;
            table->Sync = &Sync;
            return (nint)table;
        });
        if (creates && TryFind(path, out IDisk disk))
        {
            disk.Created(Path.GetFileName(path));
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(Vfs* vfs, byte* name, int syncFolder)
    {
        string path = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        int result = Original->Delete(Original, name, syncFolder);
        if (result == 0 && TryFind(path, out IDisk disk))
        {
            disk.Deleted(Path.GetFileName(path), syncFolder != 0);
        }

        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(SqliteFile* file)
    {
        FileState* state = State(file);
        GCHandle.FromIntPtr(state->Path).Free();
        return state->Methods->Close(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(SqliteFile* file, byte* bytes, int count, long offset)
    {
        return Watcher(file) is var (path, disk)
            ? disk.Write(path, offset, new(bytes, count), part => Through(part))
            : State(file)->Methods->Write(file, bytes, count, offset);

        int Through(ReadOnlySpan<byte> part)
        {
            fixed (byte* start = part)
            {
                return State(file)->Methods->Write(file, start, part.Length, offset);
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(SqliteFile* file, long size) => Watcher(file) is var (path, disk)
        ? disk.Truncate(path, size, () => State(file)->Methods->Truncate(file, size))
        : State(file)->Methods->Truncate(file, size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(SqliteFile* file, int flags) => Watcher(file) is var (path, disk)
        ? disk.Sync(path, () => State(file)->Methods->Sync(file, flags))
        : State(file)->Methods->Sync(file, flags);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    private static partial Vfs* Find(nint name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    private static partial int Register(Vfs* vfs, int makeDefault);
}
