namespace Cqrs.Gen.Modeling;

/// <summary>All events and commands declared in the assembly, by the aggregate they name. Equal to another with equal messages.</summary>
internal sealed class MessageIndex : IEquatable<MessageIndex>
{
    private readonly EquatableArray<MessageModel> _messages;
    private ILookup<string, MessageModel>? _byOwner;

    public MessageIndex(IEnumerable<MessageModel> messages) => _messages = messages
        .Distinct()
        .OrderBy(static m => m.Owner, StringComparer.Ordinal)
        .ThenBy(static m => m.Type, StringComparer.Ordinal)
        .ThenBy(static m => m.Kind)
        .ToEquatableArray();

    /// <summary>The events or commands of an aggregate, ordered by their types' names.</summary>
    public IEnumerable<MessageModel> Of(string owner, MessageKind kind) =>
        (_byOwner ??= _messages.ToLookup(static m => m.Owner, StringComparer.Ordinal))[owner].Where(m => m.Kind == kind);

    public bool Equals(MessageIndex? other) => other is not null && _messages == other._messages;

    public override bool Equals(object? obj) => Equals(obj as MessageIndex);

    public override int GetHashCode() => _messages.GetHashCode();
}
