using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the converter of a collection: a JSON array.</summary>
internal static class JsonCollectionEmitter
{
    private const string Arrays = "global::Cqrs.Gen.JsonArrays";

    public static void Write(SourceWriter writer, JsonCollectionModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Writes a collection as a JSON array.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} values)");
        WriteAbsence(writer, model.Shape);
        writer.Line("output.Begin(\"[\"u8);")
            .Open($"foreach ({model.Item.Type} item in {model.Shape.Source})")
            .Line("output.Separate();");
        JsonValueEmitter.Write(writer, model.Item, module, "item", "value");
        writer.Close()
            .Line()
            .Line("output.End(\"]\"u8);")
            .Close()
            .Line()
            .Line("/// <summary>Reads a collection from a JSON array.</summary>")
            .Open($"internal static {model.Type} Read({JsonTypeEmitter.JsonReader})")
            .Line($"{Arrays}.ReadStart(ref reader);")
            .Line($"var items = {model.Shape.Builder};")
            .Open($"while ({Arrays}.ReadItem(ref reader))");
        WriteAdd(writer, model.Shape, JsonValueEmitter.Read(model.Item, module));
        writer.Close()
            .Line()
            .Line($"return {model.Shape.Result};")
            .Close();
    }

    /// <summary>The statements that refuse what stands for no collection.</summary>
    public static void WriteAbsence(SourceWriter writer, JsonCollectionShape shape)
    {
        switch (shape.Absence)
        {
            case JsonAbsence.Null:
                writer.Open("if (values is null)").Line("throw global::Cqrs.Gen.JsonObjects.Null();").Close().Line();
                break;
            case JsonAbsence.Uninitialized:
                writer.Open("if (values.IsDefault)").Line($"throw {Arrays}.Uninitialized();").Close().Line();
                break;
        }
    }

    /// <summary>The statements that add what was read.</summary>
    public static void WriteAdd(SourceWriter writer, JsonCollectionShape shape, string value)
    {
        string add = $"{shape.Add}{value})";
        if (shape.IsUnique)
        {
            writer.Open($"if (!{add})").Line($"throw {Arrays}.Repeated(ref reader);").Close();
        }
        else
        {
            writer.Line(add + ";");
        }
    }
}
