using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>Turns the stored events of one kind of aggregate into events. Nothing is skipped: what cannot be read is a fault that says where.</summary>
internal abstract class EventDecoder
{
    public IEvent Decode(in StreamId stream, long expectedSequence, in RecordedEvent e)
    {
        if (e.Sequence != expectedSequence)
        {
            throw Fault(StreamFault.Gap, stream, e, $"the event at sequence {expectedSequence} is missing.");
        }

        try
        {
            return Read(e) ?? throw Unknown(stream, e);
        }
        catch (PayloadException fault)
        {
            throw Fault(StreamFault.UnreadablePayload, stream, e, $"{Name(e)} v{e.Version}: {fault.Message}", fault);
        }
    }

    public static StreamException Fault(StreamFault fault, in StreamId stream, in RecordedEvent e, string detail, Exception? cause = null) =>
        new(fault, stream.Aggregate, stream.Id, e.Sequence, e.Position, detail, cause);

    public static string Name(in RecordedEvent e) => $"the event \"{Encoding.UTF8.GetString(e.Name)}\"";

    protected abstract IEvent? Read(in RecordedEvent e);

    protected abstract bool Knows(ReadOnlySpan<byte> name);

    private StreamException Unknown(in StreamId stream, in RecordedEvent e) => Knows(e.Name)
        ? Fault(StreamFault.UnknownVersion, stream, e, $"{Name(e)} is known, but not its version {e.Version}. This program is older than the log.")
        : Fault(StreamFault.UnknownEvent, stream, e, $"{Name(e)} is not one of the aggregate's. This program is older than the log, or the event's type was removed or renamed.");
}

/// <inheritdoc/>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class EventDecoder<TAggregate> : EventDecoder
    where TAggregate : class, IAggregate<TAggregate>
{
    protected override IEvent? Read(in RecordedEvent e) => TAggregate.ReadEvent(e.Name, e.Version, e.Payload);

    protected override bool Knows(ReadOnlySpan<byte> name)
    {
        foreach (EventDescriptor known in TAggregate.Events)
        {
            if (known.NameUtf8.Span.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
