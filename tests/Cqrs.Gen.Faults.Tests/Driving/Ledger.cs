using System.Globalization;

namespace Cqrs.Gen.Faults;

/// <summary>What was acknowledged and what failed, over the lives of all processes. Safe for concurrent use.</summary>
internal sealed class Ledger
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private const int MostPolls = 12_000;
    private readonly Lock _gate = new();
    private readonly List<Ack> _acks = [];
    private readonly List<string> _faults = [];
    private readonly Dictionary<int, long> _last = [];
    private readonly List<(int Count, long Digest)> _followed = [];
    private readonly List<long> _passed = [];

    /// <summary>Tells of each acknowledgement as it comes.</summary>
    public event Action<Ack>? Acknowledged;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _acks.Count;
            }
        }
    }

    public IReadOnlyList<Ack> Acks
    {
        get
        {
            lock (_gate)
            {
                return [.. _acks];
            }
        }
    }

    /// <summary>The kinds of faults that callers saw.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>How many events each follower of the log was given, and what they come to.</summary>
    public IReadOnlyList<(int Count, long Digest)> Followed
    {
        get
        {
            lock (_gate)
            {
                return [.. _followed];
            }
        }
    }

    /// <summary>How much of what was to be checked was found right.</summary>
    public IReadOnlyList<long> Passed
    {
        get
        {
            lock (_gate)
            {
                return [.. _passed];
            }
        }
    }

    public void Add(Ack ack)
    {
        Acknowledged?.Invoke(ack);
        lock (_gate)
        {
            _acks.Add(ack);
            _last[ack.Caller] = Math.Max(_last.GetValueOrDefault(ack.Caller), ack.Number);
        }
    }

    /// <summary>Takes down what a process said. What was cut off in the middle was not said.</summary>
    public void Add(string line)
    {
        string[] words = line.TrimEnd(';').Split(' ');
        if (line.EndsWith(';') && words[0] == "ack")
        {
            Add(new Ack(int.Parse(words[1], CultureInfo.InvariantCulture), Number(2), Number(3), Number(4)));
        }
        else if (line.EndsWith(';') && words[0] == "fault")
        {
            lock (_gate)
            {
                _faults.Add(words[3]);
            }
        }
        else if (line.EndsWith(';') && words[0] == "followed")
        {
            lock (_gate)
            {
                _followed.Add((int.Parse(words[1], CultureInfo.InvariantCulture), Number(2)));
            }
        }
        else if (line.EndsWith(';') && words[0] == "passed")
        {
            lock (_gate)
            {
                _passed.Add(Number(1));
            }
        }

        long Number(int i) => long.Parse(words[i], CultureInfo.InvariantCulture);
    }

    /// <summary>The number of a caller's next command: the first that was not acknowledged.</summary>
    public long Next(int caller)
    {
        lock (_gate)
        {
            return _last.GetValueOrDefault(caller) + 1;
        }
    }

    /// <summary>Waits until so many more were acknowledged.</summary>
    /// <exception cref="TimeoutException">They were not, for a minute or more; time in which this process is held up does not count.</exception>
    public async Task AdvanceAsync(int more)
    {
        int goal = Count + more;
        for (int polls = 0; Count < goal; polls++)
        {
            if (polls == MostPolls)
            {
                throw new TimeoutException($"Nothing is acknowledged any more: {Count} so far, {string.Join(", ", Faults.CountBy(static f => f))}.");
            }

            await Task.Delay(Poll);
        }
    }
}
