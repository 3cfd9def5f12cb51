namespace Cqrs.Gen.Faults;

/// <summary>A command whose event says whose it is: so a log shows which commands were recorded, how often and where.</summary>
/// <param name="Caller">Who sent it.</param>
/// <param name="Number">The caller's number for it, from 1 upwards.</param>
public sealed record Count(int Caller, long Number) : ICommand<Tally>;

/// <summary>A command was counted.</summary>
/// <param name="Caller">Who sent it.</param>
/// <param name="Number">The caller's number for it.</param>
/// <param name="Place">Its place in the stream, as the state said that it was decided upon.</param>
public sealed record Counted(int Caller, long Number, long Place) : IEvent<Tally>;

/// <summary>What was counted, in a state that depends on every event and on their order.</summary>
[Aggregate]
public sealed partial class Tally
{
    /// <summary>How many commands.</summary>
    public long Events { get; private set; }

    /// <summary>Differs if an event is missing, there twice, or in another place.</summary>
    public long Digest { get; private set; }

    private Counted Handle(Count c) => new(c.Caller, c.Number, Events + 1);

    private void Apply(Counted e)
    {
        Events++;
        Digest = TallyView.Mix(Digest, e.Caller, e.Number);
    }
}
