using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the converter of a dictionary: a JSON object whose members are its entries.</summary>
internal static class JsonDictionaryEmitter
{
    private const string Objects = "global::Cqrs.Gen.JsonObjects";

    public static void Write(SourceWriter writer, JsonDictionaryModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Writes a dictionary as a JSON object.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} values)");
        JsonCollectionEmitter.WriteAbsence(writer, model.Shape);
        writer.Line("output.Begin(\"{\"u8);")
            .Open($"foreach (global::System.Collections.Generic.KeyValuePair<{model.Key.Type}, {model.Value.Type}> entry in {model.Shape.Source})")
            .Line(JsonValueEmitter.WriteKey(model.Key, module, "entry.Key"));
        JsonValueEmitter.Write(writer, model.Value, module, "entry.Value", "value");
        writer.Close()
            .Line()
            .Line("output.End(\"}\"u8);")
            .Close()
            .Line()
            .Line("/// <summary>Reads a dictionary from a JSON object.</summary>")
            .Open($"internal static {model.Type} Read({JsonTypeEmitter.JsonReader})")
            .Line($"{Objects}.ReadStart(ref reader);")
            .Line($"var items = {model.Shape.Builder};")
            .Open($"while ({Objects}.ReadName(ref reader))")
            .Line($"{model.Key.Type} key = {JsonValueEmitter.ReadKey(model.Key, module)};");
        if (model.Key.Token is null)
        {
            writer.Line("reader.Read();");
        }

        JsonCollectionEmitter.WriteAdd(writer, model.Shape, JsonValueEmitter.Read(model.Value, module));
        writer.Close()
            .Line()
            .Line($"return {model.Shape.Result};")
            .Close();
    }
}
