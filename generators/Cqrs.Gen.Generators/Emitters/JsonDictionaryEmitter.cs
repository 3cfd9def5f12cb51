using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the converter of a dictionary with strings as keys.</summary>
internal static class JsonDictionaryEmitter
{
    private const string Objects = "global::Cqrs.Gen.JsonObjects";
    private const string Arrays = "global::Cqrs.Gen.JsonArrays";

    public static void Write(SourceWriter writer, JsonDictionaryModel model, ModuleModel module)
    {
        string value = model.Value.Type;
        writer.Line("/// <summary>Writes a dictionary as a JSON object.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} entries)")
            .Open("if (entries is null)")
            .Line($"throw {Objects}.Null();")
            .Close()
            .Line()
            .Line("output.Begin(\"{\"u8);")
            .Open($"foreach (global::System.Collections.Generic.KeyValuePair<string, {value}> entry in entries)")
            .Line("output.WriteKeyString(entry.Key);");
        JsonValueEmitter.Write(writer, model.Value, module, "entry.Value", "value");
        writer.Close()
            .Line()
            .Line("output.End(\"}\"u8);")
            .Close()
            .Line()
            .Line("/// <summary>Reads a dictionary from a JSON object.</summary>")
            .Open($"internal static {model.Type} Read({JsonTypeEmitter.JsonReader})")
            .Line($"{Objects}.ReadStart(ref reader);")
            .Line($"var entries = new global::System.Collections.Generic.Dictionary<string, {value}>();")
            .Open($"while ({Objects}.ReadName(ref reader))")
            .Line($"string key = {Arrays}.ReadKey(ref reader);")
            .Open($"if (!entries.TryAdd(key, {JsonValueEmitter.Read(model.Value, module)}))")
            .Line($"throw {Arrays}.Repeated(ref reader);")
            .Close()
            .Close()
            .Line()
            .Line("return entries;")
            .Close();
    }
}
