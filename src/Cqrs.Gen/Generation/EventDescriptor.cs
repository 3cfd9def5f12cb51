using System.Text;

namespace Cqrs.Gen;

/// <summary>The persisted identity of an event type.</summary>
public sealed class EventDescriptor
{
    private readonly byte[] _nameUtf8;

    /// <summary>Describes an event type; generated code holds one for each.</summary>
    /// <param name="name">The persisted name.</param>
    /// <param name="version">The version of its shape, from 1 upwards.</param>
    /// <param name="type">The event's type.</param>
    public EventDescriptor(string name, int version, Type type)
    {
        Name = name;
        Version = version;
        Type = type;
        _nameUtf8 = Encoding.UTF8.GetBytes(name);
    }

    /// <summary>The persisted name, such as <c>money-deposited</c>.</summary>
    public string Name { get; }

    /// <summary>The persisted name in UTF-8.</summary>
    public ReadOnlyMemory<byte> NameUtf8 => _nameUtf8;

    /// <summary>The version of the event's shape, from 1 upwards.</summary>
    public int Version { get; }

    /// <summary>The event's type.</summary>
    public Type Type { get; }

    /// <summary>The name and the version.</summary>
    public override string ToString() => $"{Name} v{Version}";
}
