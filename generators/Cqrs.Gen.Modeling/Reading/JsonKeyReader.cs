using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads the keys of dictionaries, which JSON writes as the names of members.</summary>
internal static class JsonKeyReader
{
    /// <summary>The key, or null if it cannot be the name of a member.</summary>
    /// <param name="type">The type of the keys.</param>
    /// <param name="dictionary">The dictionary: a finding points there.</param>
    /// <param name="reader">Reports what is wrong.</param>
    /// <param name="reason">Why it cannot; reported already.</param>
    public static JsonValueModel? Read(ITypeSymbol type, ITypeSymbol dictionary, JsonShapeReader reader, out string reason)
    {
        if (JsonTokens.Of(type) is "String")
        {
            reason = "";
            return JsonValueReader.Read(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        }

        reason = "only strings are supported as keys yet";
        reader.Report(dictionary, type, reason);
        return null;
    }
}
