namespace Cqrs.Gen.Modeling;

/// <summary>What <c>.Json</c> is written from: a type, and which of its two faces one source brings.</summary>
/// <param name="Type">The type.</param>
/// <param name="HasConverter">True if its converter is written here.</param>
/// <param name="IsDescribed">True if it is described to System.Text.Json here.</param>
internal sealed record JsonFileModel(JsonTypeModel Type, bool HasConverter, bool IsDescribed)
{
    /// <summary>The types that a source writes or describes.</summary>
    public static IEnumerable<JsonFileModel> Of(JsonTypeSource source, JsonTypeIndex converters, JsonTypeInfoIndex descriptions) => source.Types
        .GroupBy(static t => t.Converter)
        .Select(static g => g.First())
        .Select(t => new JsonFileModel(t, converters.IsWrittenBy(source, t), descriptions.IsDescribedBy(source, t)))
        .Where(static file => file.HasConverter || file.IsDescribed);
}
