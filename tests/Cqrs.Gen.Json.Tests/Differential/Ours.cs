namespace Specimens;

/// <summary>What the generator emitted, called as the framework calls it.</summary>
internal static class Ours
{
    public static IReadOnlyList<EventDescriptor> Events => EventsOf<Collection>();

    public static byte[] Write(IEvent e)
    {
        using PayloadWriter output = new();
        Write<Collection>(e, output);
        return output.Written.ToArray();
    }

    public static IEvent Read(Type type, ReadOnlySpan<byte> json) => Read<Collection>(type, json);

    /// <summary>Reads a stored event, as the framework does: by its name and version.</summary>
    public static IEvent Read(ReadOnlySpan<byte> name, int version, ReadOnlySpan<byte> json) => Read<Collection>(name, version, json);

    private static EventDescriptor[] EventsOf<TAggregate>()
        where TAggregate : class, IAggregate<TAggregate> => TAggregate.Events.ToArray();

    private static void Write<TAggregate>(IEvent e, PayloadWriter output)
        where TAggregate : class, IAggregate<TAggregate> => TAggregate.WriteEvent(e, output);

    private static IEvent Read<TAggregate>(Type type, ReadOnlySpan<byte> json)
        where TAggregate : class, IAggregate<TAggregate>
    {
        foreach (EventDescriptor descriptor in TAggregate.Events)
        {
            if (descriptor.Type == type)
            {
                return TAggregate.ReadEvent(descriptor.NameUtf8.Span, descriptor.Version, json)!;
            }
        }

        throw new ArgumentException($"{type} is no event of the aggregate.", nameof(type));
    }

    private static IEvent Read<TAggregate>(ReadOnlySpan<byte> name, int version, ReadOnlySpan<byte> json)
        where TAggregate : class, IAggregate<TAggregate> => TAggregate.ReadEvent(name, version, json)!;
}
