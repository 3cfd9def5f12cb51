namespace Cqrs.Gen.Modeling;

/// <summary>An event or a command as a member of its aggregate's closed set.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Owner">The full name of the aggregate, or of its contract.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="TypeName">The type's name for messages.</param>
/// <param name="Depth">How many base classes the type has: the most derived are tried first.</param>
/// <param name="Name">Its persisted name.</param>
/// <param name="Version">The version of an event's shape.</param>
/// <param name="ChangesNoState">True for an event that is marked so.</param>
/// <param name="Converter">What writes and reads its JSON.</param>
/// <param name="IsWhole">True if a converter of the user's writes it as a whole, which leaves no place for <c>$type</c>.</param>
internal sealed record MessageModel(
    MessageKind Kind,
    string Owner,
    string Type,
    string TypeName,
    int Depth,
    string Name,
    int Version,
    bool ChangesNoState,
    JsonConverterModel Converter,
    bool IsWhole);
