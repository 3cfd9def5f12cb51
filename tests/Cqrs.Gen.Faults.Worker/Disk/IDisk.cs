namespace Cqrs.Gen.Faults;

/// <summary>Sees what SQLite does to the files of one folder, before it is done, and may do something else.</summary>
internal interface IDisk
{
    /// <param name="file">The name of the file.</param>
    /// <param name="offset">Where.</param>
    /// <param name="bytes">What.</param>
    /// <param name="write">Writes.</param>
    /// <returns>SQLite's result code.</returns>
    int Write(string file, long offset, ReadOnlySpan<byte> bytes, DiskWrite write);

    /// <param name="file">The name of the file.</param>
    /// <param name="sync">Makes what was written to it durable.</param>
    int Sync(string file, Func<int> sync);

    /// <param name="file">The name of the file.</param>
    /// <param name="size">Its new size.</param>
    /// <param name="truncate">Cuts it.</param>
    int Truncate(string file, long size, Func<int> truncate);

    /// <summary>A file was created.</summary>
    void Created(string file);

    /// <param name="file">The name of the file.</param>
    /// <param name="isDurable">Whether the folder is made durable, too.</param>
    void Deleted(string file, bool isDurable);
}

/// <summary>Writes bytes where they are to be written.</summary>
internal delegate int DiskWrite(ReadOnlySpan<byte> bytes);
