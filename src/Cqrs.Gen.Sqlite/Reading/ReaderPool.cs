namespace Cqrs.Gen.Sqlite;

/// <summary>Keeps some readers open. Nobody waits for one: a sink may read on while it is being read to.</summary>
internal sealed class ReaderPool(Func<Reader> open, int idle) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<Reader> _idle = new(idle);
    private bool _isClosed;

    public Reader Rent()
    {
        lock (_gate)
        {
            if (_idle.TryPop(out Reader? reader))
            {
                return reader;
            }
        }

        return open();
    }

    public void Return(Reader reader)
    {
        lock (_gate)
        {
            if (!_isClosed && _idle.Count < idle)
            {
                _idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }

    /// <summary>Closes the readers; one that is in use closes when it is returned.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            while (_idle.TryPop(out Reader? reader))
            {
                reader.Dispose();
            }
        }
    }
}
