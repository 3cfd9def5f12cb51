using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>How numbers are written and read, in C#.</summary>
internal static class JsonNumbersText
{
    private const string Type = "global::System.Text.Json.Serialization.JsonNumberHandling";

    private static readonly JsonNumbers[] Flags = [JsonNumbers.AllowReadingFromString, JsonNumbers.WriteAsString, JsonNumbers.AllowNamedFloatingPointLiterals];

    public static string Of(JsonNumbers numbers) =>
        numbers == JsonNumbers.Strict ? $"{Type}.{numbers}" : string.Join(" | ", Flags.Where(f => (numbers & f) != 0).Select(static f => $"{Type}.{f}"));
}
