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
            ? $"{Values}.Read{token}(ref reader{HandlingOf(value)})"
            : $"{NameOf(value.Converter!, module)}.Read(ref reader)";
        return value.TellsNull ? $"reader.TokenType == global::System.Text.Json.JsonTokenType.Null ? null : {read}" : read;
    }

    /// <summary>The statements that write a value.</summary>
    /// <param name="expression">The value.</param>
    /// <param name="local">A name for a variable that holds it where it is not null.</param>
    public static void Write(SourceWriter writer, JsonValueModel value, ModuleModel module, string expression, string local)
    {
        if (!value.TellsNull)
        {
            writer.Line(Write(value, module, expression));
            return;
        }

        writer.Open($"if ({expression} is {{ }} {local})")
            .Line(Write(value, module, local))
            .Close()
            .Open("else")
            .Line("output.WriteNull();")
            .Close();
    }

    /// <summary>The statement that writes the key of a dictionary's entry.</summary>
    public static string WriteKey(JsonValueModel key, ModuleModel module, string expression) => key.Token is { } token
        ? $"output.WriteKey{token}({expression});"
        : $"{NameOf(key.Converter!, module)}.WriteKey(output, {expression});";

    /// <summary>The expression that reads the key of a dictionary's entry.</summary>
    public static string ReadKey(JsonValueModel key, ModuleModel module) => key.Token is { } token
        ? $"global::Cqrs.Gen.JsonKeys.Read{token}(ref reader)"
        : $"{NameOf(key.Converter!, module)}.ReadKey(ref reader)";

    /// <summary>The condition that reads the key of a dictionary's entry into the variable <c>key</c> by predicting its bytes.</summary>
    public static string ScanKey(JsonValueModel key, ModuleModel module) => key.Token is { } token
        ? $"scanner.ReadKey{token}(out var key)"
        : $"{NameOf(key.Converter!, module)}.ScanKey(ref scanner, out var key)";

    /// <summary>The last argument of what writes or reads a number that is not written as one alone; empty for any other value.</summary>
    public static string HandlingOf(JsonValueModel value) =>
        value is { Token: not null, Numbers: { } numbers and not JsonNumbers.Strict } ? ", " + JsonNumbersText.Of(numbers) : "";

    private static string Write(JsonValueModel value, ModuleModel module, string expression) => value.Token is { } token
        ? $"output.Write{token}({expression}{HandlingOf(value)});"
        : $"{NameOf(value.Converter!, module)}.Write(output, {expression});";
}
