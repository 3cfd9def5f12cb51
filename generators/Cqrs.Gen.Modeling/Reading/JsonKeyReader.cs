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
        JsonValueModel key = JsonValueReader.Read(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        reason = "";
        if (key.Token is { } token && JsonTokens.IsKey(token) && (key.IsReference || !key.AcceptsNull))
        {
            return key;
        }

        if (JsonCustomReader.Of(type, type, reader.Assembly) is { } custom)
        {
            if (custom is not { Reason: null, WritesKeys: false })
            {
                return reader.ValueOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), dictionary, null, out reason);
            }

            reason = "its converter does not override WriteAsPropertyName and ReadAsPropertyName, by which it would be asked for keys: let it, or use what the type is made of as the key";
        }
        else if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            reason = JsonTypeReader.UnsupportedReason(type, reader.DefaultsOf(type)) ?? JsonEnumReader.UnsupportedName(enumeration) ?? "";
            if (reason.Length == 0)
            {
                return key with { Converter = reader.EnumOf(enumeration, JsonEnumUse.Key) };
            }
        }
        else
        {
            reason = "it cannot be the name of a member: use a string, a number, a time, a Guid, an enumeration or another type of one value as the key";
        }

        reader.Report(dictionary, type, reason);
        return null;
    }
}
