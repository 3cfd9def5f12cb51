using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the converter that hands a value to one of the user's.</summary>
internal static class JsonCustomEmitter
{
    private const string Custom = "global::Cqrs.Gen.JsonConverted";

    public static void Write(SourceWriter writer, JsonCustomModel model, ModuleModel module)
    {
        string options = $"{module.FullName}.JsonOptions";
        string notNull = model.AcceptsNull ? "" : "NotNull";
        string value = model.AcceptsNull ? "value!" : !model.Plain.IsReference ? "value" : "value ?? throw global::Cqrs.Gen.JsonObjects.Null()";
        string type = model.AcceptsNull ? model.Type + "?" : model.Type;
        string field = model.IsFactory ? $"global::System.Text.Json.Serialization.JsonConverter<{model.Value}>" : model.Custom;
        string make = model.IsFactory ? $"{Custom}.Make<{model.Value}>(new {model.Custom}(), {options})" : "new()";
        writer.Line($"internal static readonly {field} Converter = {make};")
            .Line()
            .Line("/// <summary>Writes a value as its own converter does.</summary>")
            .Line($"internal static void Write({JsonTypeEmitter.Output}, {type} value) =>").Continued($"output.WriteConverted(Converter, {value}, {options});")
            .Line()
            .Line("/// <summary>Reads a value as its own converter does.</summary>")
            .Line($"internal static {type} Read({JsonTypeEmitter.JsonReader}) =>").Continued($"{Custom}.Read{notNull}(ref reader, Converter, {options});")
            .Line()
            .Line("/// <summary>Reads a value as its own converter does, behind bytes that were as they are written here.</summary>")
            .Line($"internal static bool Scan(ref global::Cqrs.Gen.PayloadScanner scanner, out {type} value) =>").Continued($"{Custom}.Scan{notNull}(ref scanner, Converter, {options}, out value);");
        if (model.WritesKeys)
        {
            writer.Line()
                .Line("/// <summary>Writes a value as the key of a dictionary's entry, as its own converter does.</summary>")
                .Line($"internal static void WriteKey({JsonTypeEmitter.Output}, {type} key) =>").Continued($"output.WriteKeyConverted(Converter, key, {options});")
                .Line()
                .Line("/// <summary>Reads the key of a dictionary's entry as its own converter does.</summary>")
                .Line($"internal static {type} ReadKey({JsonTypeEmitter.JsonReader}) =>").Continued($"{Custom}.ReadKey(ref reader, Converter, {options});")
                .Line()
                .Line("/// <summary>Reads the key of a dictionary's entry as its own converter does, behind bytes that were as they are written here.</summary>")
                .Line($"internal static bool ScanKey(ref global::Cqrs.Gen.PayloadScanner scanner, out {type} key) =>").Continued($"{Custom}.ScanKey(ref scanner, Converter, {options}, out key);");
        }
    }
}
