using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads enumerations: written by name, unless they combine flags or say otherwise.</summary>
internal static class JsonEnumReader
{
    public static JsonEnumModel Read(INamedTypeSymbol type, JsonDefaults defaults)
    {
        bool isFlags = type.GetAttributes().Any(static a => a.AttributeClass is { } c && c.IsSystem("FlagsAttribute", 0, "System"));
        bool isNumber = JsonAttributes.EnumStyleOf(type) switch
        {
            JsonEnumStyle.Number => true,
            JsonEnumStyle.String => false,
            _ => isFlags || defaults.WritesEnumNumbers,
        };
        IFieldSymbol[] fields = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToArray();
        HashSet<object> values = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        string name = JsonNames.OfType(type);
        return new(
            JsonValueReader.ConverterOf(type),
            JsonHomeReader.HomeOf(type)?.ToModel(),
            name,
            JsonNames.OfDisplay(type),
            JsonTokens.Of(type.EnumUnderlyingType!)!,
            isNumber,
            isNumber && isFlags ? MaskOf(fields) : null,
            fields
                .Select(f => new JsonEnumNameModel(ValueOf(f, name), JsonNameOf(f), !values.Add(f.ConstantValue!)))
                .Where(n => names.Add(n.JsonName))
                .ToEquatableArray());
    }

    private static string JsonNameOf(IFieldSymbol field) =>
        JsonAttributes.NameIn(field.FindJsonAttribute("JsonStringEnumMemberNameAttribute")) ?? field.Name;

    private static string ValueOf(IFieldSymbol field, string type) => JsonMemberReader.IsForbidden(field)
        ? $"({type})({Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)})"
        : $"{type}.{TypeNames.Escaped(field.Name)}";

    private static string MaskOf(IEnumerable<IFieldSymbol> fields)
    {
        ulong mask = 0;
        foreach (IFieldSymbol field in fields)
        {
            mask |= field.ConstantValue is ulong wide ? wide : unchecked((ulong)Convert.ToInt64(field.ConstantValue, CultureInfo.InvariantCulture));
        }

        return $"0x{mask.ToString("X", CultureInfo.InvariantCulture)}UL";
    }
}
