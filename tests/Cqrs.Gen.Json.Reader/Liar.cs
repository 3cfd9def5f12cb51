namespace Specimens;

/// <summary>Reads as it is told, but for a lie.</summary>
internal sealed class Liar(Lie lie)
{
    private const int Every = 1_000;
    private const int Much = 64_000_000;
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(100);

    private int _count;
    private bool _isDue;
    private IEvent? _last;

    // A lie that is told of what is read, or of what is refused, waits for the next such payload.
    public IEvent Read(Func<IEvent> read)
    {
        _isDue |= lie != Lie.None && ++_count % Every == 0;
        if (_isDue)
        {
            Disturb();
        }

        try
        {
            IEvent e = read();
            return _isDue ? Exchange(e) : _last = e;
        }
        catch (PayloadException e) when (_isDue && lie is Lie.RefusesElsewhere or Lie.RefusesOtherwise)
        {
            _isDue = false;
            throw lie == Lie.RefusesElsewhere ? new PayloadException(e.Problem, e.Path + ".x", e.ByteOffset, e) : new PayloadException(e.Problem + "?", e.Path, e.ByteOffset, e);
        }
    }

    private void Disturb()
    {
        switch (lie)
        {
            case Lie.Throws:
                throw new InvalidOperationException("It throws on purpose.");
            case Lie.Allocates:
                GC.KeepAlive(new byte[Much]);
                break;
            case Lie.Computes:
                for (TimeSpan start = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - start < Long;)
                {
                }

                break;
            case Lie.Hangs:
                Thread.Sleep(Timeout.Infinite);
                break;
            default:
                return;
        }

        _isDue = false;
    }

    private IEvent Exchange(IEvent e)
    {
        switch (lie)
        {
            case Lie.Refuses:
                _isDue = false;
                throw new PayloadException("It is refused on purpose.", "$", 0);
            case Lie.ReadsAnother:
                _isDue = false;
                return _last!;
            default:
                return e;
        }
    }
}
