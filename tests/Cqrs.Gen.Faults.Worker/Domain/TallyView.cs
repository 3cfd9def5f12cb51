namespace Cqrs.Gen.Faults;

/// <summary>The same as a document that is written with the events.</summary>
[Query]
public sealed partial class TallyView
{
    /// <summary>How many commands.</summary>
    public long Events { get; private set; }

    /// <summary>Differs if an event is missing, there twice, or in another place.</summary>
    public long Digest { get; private set; }

    /// <summary>The caller of the last command.</summary>
    public int LastCaller { get; private set; }

    /// <summary>Its number.</summary>
    public long LastNumber { get; private set; }

    internal static long Mix(long digest, int caller, long number) => ((digest * 31) + (caller * 1_009) + number) % 1_000_000_007;

    private void Apply(Counted e)
    {
        Events++;
        Digest = Mix(Digest, e.Caller, e.Number);
        LastCaller = e.Caller;
        LastNumber = e.Number;
    }
}
