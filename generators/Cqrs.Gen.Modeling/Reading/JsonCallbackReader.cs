using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads which of <c>IJsonOnSerializing</c> and its like a type implements, explicitly or not.</summary>
internal static class JsonCallbackReader
{
    private static readonly JsonCallbacks[] All = [JsonCallbacks.OnSerializing, JsonCallbacks.OnSerialized, JsonCallbacks.OnDeserializing, JsonCallbacks.OnDeserialized];

    public static JsonCallbacks Of(INamedTypeSymbol type) => All
        .Where(callback => type.AllInterfaces.Any(i => JsonAttributes.IsJson(i, $"IJson{callback}", 0)))
        .Aggregate(JsonCallbacks.None, static (all, callback) => all | callback);
}
