using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the code for one value inside an object, an array or a dictionary.</summary>
internal static class JsonValueEmitter
{
    private const string Values = "global::Cqrs.Gen.JsonValues";

    /// <summary>The class of a converter, for use anywhere in the assembly.</summary>
    public static string NameOf(JsonConverterModel converter, ModuleModel module) =>
        $"{converter.Home ?? module.FullName}.{converter.Group}.{converter.Name}";

    /// <summary>The expression that reads a value.</summary>
    public static string Read(JsonValueModel value, ModuleModel module)
    {
        string read = value.Token is { } token
            ? $"{Values}.Read{token}(ref reader)"
            : $"{NameOf(value.Converter!, module)}.Read(ref reader)";
        return value.AcceptsNull ? $"reader.TokenType == global::System.Text.Json.JsonTokenType.Null ? null : {read}" : read;
    }

    /// <summary>The statements that write a member.</summary>
    public static void WriteMember(SourceWriter writer, JsonValueModel value, ModuleModel module, string name, string expression, string local, bool omitsNull)
    {
        string property = Literal.Of(name) + "u8";
        if (!value.AcceptsNull)
        {
            WriteNamed(writer, value, module, property, expression);
            return;
        }

        writer.Open($"if ({expression} is {{ }} {local})");
        WriteNamed(writer, value, module, property, local);
        writer.Close();
        if (!omitsNull)
        {
            writer.Open("else").Line($"writer.WriteNull({property});").Close();
        }
    }

    /// <summary>The statements that write an item of an array, or the value of a dictionary's entry.</summary>
    public static void WriteItem(SourceWriter writer, JsonValueModel value, ModuleModel module, string expression)
    {
        if (!value.AcceptsNull)
        {
            writer.Line(Write(value, module, expression));
            return;
        }

        writer.Open($"if ({expression} is {{ }} value)")
            .Line(Write(value, module, "value"))
            .Close()
            .Open("else")
            .Line("writer.WriteNullValue();")
            .Close();
    }

    private static void WriteNamed(SourceWriter writer, JsonValueModel value, ModuleModel module, string property, string expression)
    {
        switch (value.Token)
        {
            case "String":
                writer.Line($"{Values}.WriteString(writer, {property}, {expression});");
                break;
            case { } token when MethodOf(token) is { } method:
                writer.Line($"writer.Write{method}({property}, {expression});");
                break;
            default:
                writer.Line($"writer.WritePropertyName({property});").Line(Write(value, module, expression));
                break;
        }
    }

    private static string Write(JsonValueModel value, ModuleModel module, string expression) =>
        value.Token is not { } token ? $"{NameOf(value.Converter!, module)}.Write(writer, {expression});"
        : MethodOf(token) is { } method ? $"writer.Write{method}Value({expression});"
        : $"{Values}.Write{token}(writer, {expression});";

    // What the JSON writer itself writes exactly.
    private static string? MethodOf(string token) => token switch
    {
        "Boolean" => "Boolean",
        "SByte" or "Byte" or "Int16" or "UInt16" or "Int32" or "UInt32" or "Int64" or "UInt64" or "Decimal" => "Number",
        "DateTime" or "DateTimeOffset" or "Guid" => "String",
        _ => null,
    };
}
