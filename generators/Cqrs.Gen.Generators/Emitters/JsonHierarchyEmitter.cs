using System.Globalization;
using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the converter of a hierarchy: its types are told apart by a discriminator, which is written first and read anywhere in the object.</summary>
internal static class JsonHierarchyEmitter
{
    private const string Hierarchies = "global::Cqrs.Gen.JsonHierarchies";

    public static void Write(SourceWriter writer, JsonHierarchyModel model, ModuleModel module)
    {
        WriteWrite(writer, model, module);
        writer.Line();
        WriteRead(writer, model, module);
        writer.Line();
        WriteScan(writer, model, module);
    }

    private static void WriteWrite(SourceWriter writer, JsonHierarchyModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Writes a value of a declared type as a JSON object with its discriminator.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} value)")
            .Open("switch (value)")
            .Line("case null:").Continued("throw global::Cqrs.Gen.JsonObjects.Null();");
        foreach (JsonCaseModel derived in model.Cases.OrderByDescending(static c => c.Depth))
        {
            WriteCase(derived.Type, $"{{{JsonText.Quoted(model.Discriminator)}:{ValueOf(derived)}", derived.Converter);
        }

        if (model.Itself is { } itself)
        {
            writer.Line($"case {{ }} x:").Indent()
                .Line($"{JsonValueEmitter.NameOf(itself, module)}.Write(output, x);")
                .Line("break;")
                .Outdent();
        }
        else
        {
            writer.Line("default:").Continued($"throw {Hierarchies}.NotDeclared(typeof({model.Type}), value.GetType());");
        }

        writer.Close().Close();

        void WriteCase(string type, string start, JsonConverterModel converter) => writer
            .Line($"case {type} x:").Indent()
            .Line($"output.Begin({JsonText.Literal(start)});")
            .Line($"{JsonValueEmitter.NameOf(converter, module)}.Write(output, x, discriminated: true);")
            .Line("break;")
            .Outdent();
    }

    private static void WriteRead(SourceWriter writer, JsonHierarchyModel model, ModuleModel module)
    {
        string name = JsonText.Literal(model.Discriminator);
        writer.Line("/// <summary>Reads a value of the type that the discriminator names, wherever it stands in the JSON object.</summary>")
            .Open($"internal static {model.Type} Read({JsonTypeEmitter.JsonReader})");
        if (model.Itself is { } itself)
        {
            writer.Open($"if (!{Hierarchies}.TryFind(reader, {name}, out global::System.Text.Json.Utf8JsonReader type))")
                .Line($"return {JsonValueEmitter.NameOf(itself, module)}.Read(ref reader);")
                .Close()
                .Line();
        }
        else
        {
            writer.Line($"global::System.Text.Json.Utf8JsonReader type = {Hierarchies}.Find(reader, {name});");
        }

        foreach (JsonCaseModel derived in model.Cases)
        {
            string value = derived.Text is { } text ? JsonText.Literal(text) : Number(derived);
            writer.Open($"if ({Hierarchies}.Is(ref type, {value}))")
                .Line($"return {JsonValueEmitter.NameOf(derived.Converter, module)}.Read(ref reader, discriminated: true);")
                .Close()
                .Line();
        }

        string known = string.Concat(model.Cases.Select(static c => ", " + Literal.Of(c.Text ?? Number(c))));
        writer.Line($"throw {Hierarchies}.Unknown(ref type, typeof({model.Type}){known});").Close();
    }

    private static void WriteScan(SourceWriter writer, JsonHierarchyModel model, ModuleModel module)
    {
        JsonScanEmitter.Open(writer, model.Type);
        JsonScanEmitter.Demand(writer, $"scanner.Begin({JsonText.Literal($"{{{JsonText.Quoted(model.Discriminator)}:")})");
        int number = 0;

        // Of numbers that begin alike, the longer one goes first.
        foreach (JsonCaseModel derived in model.Cases.OrderByDescending(static c => c.Text is null ? Number(c).Length : 0))
        {
            string local = "case" + (++number).ToString(CultureInfo.InvariantCulture);
            writer.Open($"if (scanner.Skip({JsonText.Literal(ValueOf(derived))}))");
            JsonScanEmitter.Demand(writer, $"{JsonValueEmitter.NameOf(derived.Converter, module)}.Scan(ref scanner, out var {local}, discriminated: true)");
            writer.Line($"value = {local};").Line("return true;").Close().Line();
        }

        writer.Line("return false;").Close();
    }

    private static string ValueOf(JsonCaseModel derived) => derived.Text is { } text ? JsonText.Quoted(text) : Number(derived);

    private static string Number(JsonCaseModel derived) => derived.Number.ToString(CultureInfo.InvariantCulture);
}
