using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the part of the converter of a collection or a dictionary that reads it by predicting its bytes.</summary>
internal static class JsonCollectionScanEmitter
{
    public static void Write(SourceWriter writer, JsonCollectionModel model, ModuleModel module)
    {
        Begin(writer, model.Type, model.Shape, "[");
        End(writer, model.Item, model.Shape, module, "]");
    }

    public static void Write(SourceWriter writer, JsonDictionaryModel model, ModuleModel module)
    {
        Begin(writer, model.Type, model.Shape, "{");
        JsonScanEmitter.Demand(writer, JsonValueEmitter.ScanKey(model.Key, module));
        End(writer, model.Value, model.Shape, module, "}");
    }

    private static void Begin(SourceWriter writer, string type, JsonCollectionShape shape, string open)
    {
        JsonScanEmitter.Open(writer, type);
        JsonScanEmitter.Demand(writer, $"scanner.Begin({JsonText.Literal(open)})");
        writer.Line($"var items = {shape.Builder};")
            .Open($"if (!scanner.End({JsonText.Literal(open == "[" ? "]" : "}")}))")
            .Open("do");
    }

    private static void End(SourceWriter writer, JsonValueModel item, JsonCollectionShape shape, ModuleModel module, string close)
    {
        JsonScanEmitter.WriteValue(writer, item, module, null, "item");
        string add = $"{shape.Add}item)";
        if (shape.IsUnique)
        {
            JsonScanEmitter.Demand(writer, add);
        }
        else
        {
            writer.Line(add + ";");
        }

        writer.Close().Line("while (scanner.Skip(\",\"u8));").Line();
        JsonScanEmitter.Demand(writer, $"scanner.End({JsonText.Literal(close)})");
        writer.Close().Line().Line($"value = {shape.Result};").Line("return true;").Close();
    }
}
