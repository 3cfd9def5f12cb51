using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the converter of an array, a list or a set.</summary>
internal static class JsonCollectionEmitter
{
    private const string Arrays = "global::Cqrs.Gen.JsonArrays";

    public static void Write(SourceWriter writer, JsonCollectionModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Writes a collection as a JSON array.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} values)")
            .Open(model.Shape == JsonCollectionShape.ImmutableArray ? "if (values.IsDefault)" : "if (values is null)")
            .Line(model.Shape == JsonCollectionShape.ImmutableArray ? $"throw {Arrays}.Uninitialized();" : "throw global::Cqrs.Gen.JsonObjects.Null();")
            .Close()
            .Line()
            .Line("output.Begin(\"[\"u8);")
            .Open($"foreach ({model.Item.Type} item in values)");
        writer.Line("output.Separate();");
        JsonValueEmitter.Write(writer, model.Item, module, "item", "value");
        writer.Close()
            .Line()
            .Line("output.End(\"]\"u8);")
            .Close()
            .Line();

        string read = JsonValueEmitter.Read(model.Item, module);
        writer.Line("/// <summary>Reads a collection from a JSON array.</summary>")
            .Open($"internal static {model.Type} Read({JsonTypeEmitter.JsonReader})")
            .Line($"{Arrays}.ReadStart(ref reader);")
            .Line($"var items = {BuilderOf(model)};")
            .Open($"while ({Arrays}.ReadItem(ref reader))");
        if (model.Shape == JsonCollectionShape.Set)
        {
            writer.Open($"if (!items.Add({read}))").Line($"throw {Arrays}.Repeated(ref reader);").Close();
        }
        else
        {
            writer.Line($"items.Add({read});");
        }

        writer.Close()
            .Line()
            .Line($"return items{ResultOf(model.Shape)};")
            .Close()
            .Line();
        JsonScanEmitter.WriteCollection(writer, model, module, BuilderOf(model), ResultOf(model.Shape));
    }

    private static string BuilderOf(JsonCollectionModel model) => model.Shape switch
    {
        JsonCollectionShape.ImmutableArray => $"global::System.Collections.Immutable.ImmutableArray.CreateBuilder<{model.Item.Type}>()",
        JsonCollectionShape.Set => $"new global::System.Collections.Generic.HashSet<{model.Item.Type}>()",
        _ => $"new global::System.Collections.Generic.List<{model.Item.Type}>()",
    };

    private static string ResultOf(JsonCollectionShape shape) => shape switch
    {
        JsonCollectionShape.Array => ".ToArray()",
        JsonCollectionShape.ImmutableArray => ".DrainToImmutable()",
        _ => "",
    };
}
