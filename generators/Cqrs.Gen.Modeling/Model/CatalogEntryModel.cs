using System.Globalization;

namespace Cqrs.Gen.Modeling;

/// <summary>An event or a command in its closed set.</summary>
/// <param name="Type">The full name of its type.</param>
/// <param name="Depth">How many base classes the type has: the most derived are tried first.</param>
/// <param name="Name">Its persisted name.</param>
/// <param name="Version">The version of an event's shape.</param>
/// <param name="Converter">What writes and reads its JSON.</param>
/// <param name="IsWhole">True if a converter of the user's writes it as a whole, which leaves no place for <c>$type</c>.</param>
internal sealed record CatalogEntryModel(string Type, int Depth, string Name, int Version, JsonConverterModel Converter, bool IsWhole)
{
    /// <summary>
    /// What tells it apart in a value of any type of the set: its name, and behind an @, which no name holds, its version unless that is the first.
    /// </summary>
    public string Discriminator => Version == 1 ? Name : $"{Name}@{Version.ToString(CultureInfo.InvariantCulture)}";

    public static EquatableArray<CatalogEntryModel> Ordered(IEnumerable<MessageModel> messages) => messages
        .OrderBy(static m => m.Name, StringComparer.Ordinal)
        .ThenBy(static m => m.Version)
        .ThenBy(static m => m.Type, StringComparer.Ordinal)
        .Select(static m => new CatalogEntryModel(m.Type, m.Depth, m.Name, m.Version, m.Converter, m.IsWhole))
        .ToEquatableArray();
}
