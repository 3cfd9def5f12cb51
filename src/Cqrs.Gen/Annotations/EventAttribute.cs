namespace Cqrs.Gen;

/// <summary>Settings of one event type; an event without it is named by the kebab-case of its type's name, at version 1.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventAttribute : Attribute
{
    /// <summary>Keeps the derived name; the named arguments say what differs from the default.</summary>
    public EventAttribute()
    {
    }

    /// <summary>Names the event explicitly, so that renaming the type does not rename what is stored.</summary>
    /// <param name="name">The persisted name: 1 to 128 characters of <c>a-z</c>, <c>0-9</c>, <c>-</c>, <c>.</c> and <c>_</c>.</param>
    public EventAttribute(string name) => Name = name;

    /// <summary>The persisted name, or null to derive it from the type's name.</summary>
    public string? Name { get; }

    /// <summary>The version of the event's shape, from 1 upwards.</summary>
    public int Version { get; set; } = 1;

    /// <summary>True for an event that is recorded but changes nothing in the aggregate's state, and so has no <c>Apply</c>.</summary>
    public bool ChangesNoState { get; set; }

    /// <summary>True for an event that is not raised any more, but may be in the store and is still applied.</summary>
    public bool Retired { get; set; }
}
