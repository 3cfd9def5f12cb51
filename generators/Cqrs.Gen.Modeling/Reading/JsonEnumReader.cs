using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads enumerations: written by name, unless they combine flags or something says otherwise.</summary>
internal static class JsonEnumReader
{
    /// <summary>The enumeration in the way in which it is written unless its use says otherwise.</summary>
    public static JsonTypeModel Read(INamedTypeSymbol type, JsonShapeReader reader)
    {
        bool isNumber = JsonAttributes.EnumStyleOf(type) switch
        {
            JsonEnumStyle.Number => true,
            JsonEnumStyle.String => false,
            _ => IsFlags(type) || reader.DefaultsOf(type).WritesEnumNumbers,
        };
        return Read(type, JsonValueReader.ConverterOf(type), isNumber, isKey: false, reader);
    }

    /// <summary>The enumeration in the way in which one use of it says that it is written.</summary>
    /// <param name="type">The enumeration.</param>
    /// <param name="use">The use: as the key of a dictionary, or with a converter of its own.</param>
    /// <param name="reader">Reports what is wrong.</param>
    public static JsonTypeModel Read(INamedTypeSymbol type, JsonEnumUse use, JsonShapeReader reader) =>
        Read(type, ConverterOf(type, use), use == JsonEnumUse.ByNumber, use == JsonEnumUse.Key, reader);

    /// <summary>Why an enumeration cannot be written by its names, or null.</summary>
    public static string? UnsupportedName(INamedTypeSymbol type) => UnsupportedName(NamesOf(type, "", IsFlags(type)), IsFlags(type));

    /// <summary>Whether it combines flags and has no name for none of them.</summary>
    public static bool HasUnnamedZero(INamedTypeSymbol type) => IsFlags(type) && FieldsOf(type).All(static f => BitsOf(f) != 0);

    /// <summary>The converter for one use of an enumeration.</summary>
    public static JsonConverterModel ConverterOf(INamedTypeSymbol type, JsonEnumUse use)
    {
        JsonConverterModel converter = JsonValueReader.ConverterOf(type);
        return converter with { Name = $"{converter.Name}_{use}" };
    }

    private static JsonTypeModel Read(INamedTypeSymbol type, JsonConverterModel converter, bool isNumber, bool isKey, JsonShapeReader reader)
    {
        bool isFlags = IsFlags(type);
        string name = JsonNames.OfType(type);
        string enumName = JsonNames.OfDisplay(type);
        string display = enumName + converter.Name.Substring(JsonValueReader.ConverterOf(type).Name.Length);
        TypeModel? home = JsonHomeReader.HomeOf(type)?.ToModel();
        JsonEnumNameModel[] names = NamesOf(type, name, isFlags);
        if (!isNumber && UnsupportedName(names, isFlags) is { } reason)
        {
            reader.Report(type, type, reason);
            return new JsonUnsupportedModel(converter, home, name, display, reason);
        }

        return new JsonEnumModel(
            converter,
            home,
            name,
            display,
            enumName,
            JsonTokens.Of(type.EnumUnderlyingType!)!,
            isNumber ? JsonEnumForm.Number : isFlags ? JsonEnumForm.FlagNames : JsonEnumForm.Name,
            isKey,
            isNumber && isFlags ? Hex(FieldsOf(type).Aggregate(0UL, static (mask, f) => mask | BitsOf(f))) : null,
            names.ToEquatableArray());
    }

    // Flags in the order in which System.Text.Json looks for them.
    private static JsonEnumNameModel[] NamesOf(INamedTypeSymbol type, string name, bool isFlags)
    {
        HashSet<ulong> values = [];
        IEnumerable<IFieldSymbol> fields = FieldsOf(type);
        return (isFlags ? fields.OrderByDescending(static f => CountOf(BitsOf(f))).ThenBy(BitsOf) : fields)
            .Select(f => new JsonEnumNameModel(ValueOf(f, name), Hex(BitsOf(f)), JsonNameOf(f), !values.Add(BitsOf(f))))
            .ToArray();
    }

    private static string? UnsupportedName(JsonEnumNameModel[] names, bool isFlags)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (JsonEnumNameModel name in names)
        {
            if (!taken.Add(name.JsonName))
            {
                return $"two of its values are written as {name.JsonName}: give one of them another name by [JsonStringEnumMemberName]";
            }

            if (name.JsonName.Length == 0 || !JsonMemberReader.IsText(name.JsonName)
                || (isFlags && (name.JsonName.Contains(',') || name.JsonName.Trim().Length != name.JsonName.Length)))
            {
                return $"'{name.JsonName}' cannot be the name of a value: it must be text, of flags without a comma and without white space around it";
            }
        }

        return null;
    }

    private static bool IsFlags(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static a => a.AttributeClass is { } c && c.IsSystem("FlagsAttribute", 0, "System"));

    private static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue);

    private static string JsonNameOf(IFieldSymbol field) =>
        JsonAttributes.NameIn(field.FindJsonAttribute("JsonStringEnumMemberNameAttribute")) ?? field.Name;

    private static string ValueOf(IFieldSymbol field, string type) => JsonMemberReader.IsForbidden(field)
        ? $"({type})({Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)})"
        : $"{type}.{TypeNames.Escaped(field.Name)}";

    private static ulong BitsOf(IFieldSymbol field) =>
        field.ConstantValue is ulong wide ? wide : unchecked((ulong)Convert.ToInt64(field.ConstantValue, CultureInfo.InvariantCulture));

    private static int CountOf(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }

    private static string Hex(ulong bits) => $"0x{bits.ToString("X", CultureInfo.InvariantCulture)}UL";
}

/// <summary>A use of an enumeration that decides how it is written.</summary>
internal enum JsonEnumUse
{
    /// <summary>With <c>JsonStringEnumConverter</c> on the member.</summary>
    ByName,

    /// <summary>With <c>JsonNumberEnumConverter</c> on the member.</summary>
    ByNumber,

    /// <summary>As the key of a dictionary, which is always a name.</summary>
    Key,
}
