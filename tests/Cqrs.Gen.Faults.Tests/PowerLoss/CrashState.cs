namespace Cqrs.Gen.Faults;

/// <summary>A folder as a disk may have it after the power went at one moment.</summary>
internal sealed class CrashState
{
    private readonly Dictionary<string, FileImage> _files = [];
    private readonly Dictionary<string, FileImage> _deleted = [];
    private readonly Ledger _ledger = new();

    private CrashState()
    {
    }

    /// <summary>What was acknowledged before.</summary>
    public Ledger Ledger => _ledger;

    /// <param name="operations">What happened to the disk.</param>
    /// <param name="count">How much of it happened before the power went.</param>
    public static CrashState After(IReadOnlyList<DiskOperation> operations, int count)
    {
        CrashState state = new();
        for (int i = 0; i < count; i++)
        {
            state.Apply(operations[i]);
        }

        return state;
    }

    /// <summary>Writes the files that are left to a folder.</summary>
    public void Write(string folder, Random random)
    {
        // Everything that was not synced is gone, or part of it, or next to nothing.
        double survives = random.Next(4) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
        foreach ((string name, FileImage file) in _files)
        {
            if (file.IsNamed || random.NextDouble() < survives)
            {
                File.WriteAllBytes(Path.Combine(folder, name), file.Lose(random, survives));
            }
        }

        foreach ((string name, FileImage file) in _deleted)
        {
            if (file.IsNamed && !_files.ContainsKey(name) && random.NextDouble() > survives)
            {
                File.WriteAllBytes(Path.Combine(folder, name), file.Lose(random, survives));
            }
        }
    }

    private void Apply(DiskOperation operation)
    {
        switch (operation)
        {
            case Created(string name):
                _files[name] = new();
                break;
            case Written(string name, _, _):
                _files[name].Add(operation);
                break;
            case Truncated(string name, _):
                _files[name].Add(operation);
                break;
            case Synced(string name):
                // SQLite makes the folder durable with the first sync of a journal or write-ahead log that it created.
                if (!_files[name].IsNamed && name.Contains('-', StringComparison.Ordinal))
                {
                    _deleted.Clear();
                }

                _files[name].Sync();
                break;
            case Deleted(string name, bool isDurable):
                if (_files.Remove(name, out FileImage? file) && !isDurable)
                {
                    _deleted[name] = file;
                }

                break;
            case Acknowledged(Ack ack):
                _ledger.Add(ack);
                break;
        }
    }
}
