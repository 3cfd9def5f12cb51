namespace Cqrs.Gen.Modeling;

/// <summary>
/// What <c>.Commands</c> or <c>.Events</c> is written from: the closed set of an aggregate's commands or events, which is also what a value of the type
/// <c>ICommand&lt;T&gt;</c> or <c>IEvent&lt;T&gt;</c> may be.
/// </summary>
/// <param name="Kind">Commands or events.</param>
/// <param name="Aggregate">The aggregate's class, in which the set is written.</param>
/// <param name="Name">The aggregate's persisted name.</param>
/// <param name="Converter">What writes and reads such a value, for use anywhere in the assembly.</param>
/// <param name="Entries">The types of the set, ordered by name and version.</param>
internal sealed record ClosedSetModel(MessageKind Kind, TypeModel Aggregate, string Name, JsonConverterModel Converter, EquatableArray<CatalogEntryModel> Entries)
{
    /// <summary>The types that System.Text.Json can be told of: those that more than the aggregate sees.</summary>
    public IEnumerable<CatalogEntryModel> Described => Entries.Where(static e => e is { Converter.Home: null, IsWhole: false });

    /// <summary>A closed set of an aggregate.</summary>
    public static ClosedSetModel Of(AggregateModel aggregate, MessageKind kind, IEnumerable<MessageModel> messages) => new(
        kind,
        aggregate.Type,
        aggregate.Name,
        ConverterOf(kind, aggregate.Contract, aggregate.ContractConverter),
        CatalogEntryModel.Ordered(messages));

    /// <summary>The converter of a set.</summary>
    /// <param name="kind">Commands or events.</param>
    /// <param name="contract">The full name of the type by which they name the aggregate.</param>
    /// <param name="contractConverter">The name that its converter would have.</param>
    public static JsonConverterModel ConverterOf(MessageKind kind, string contract, string contractConverter) =>
        new(null, IsInherited: false, $"{kind}Of_{contractConverter}", $"global::Cqrs.Gen.I{kind}<{contract}>");
}
