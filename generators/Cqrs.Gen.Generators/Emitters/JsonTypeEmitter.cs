using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>
/// Emits <c>.Json</c>: the converter of one type, in the module or where the type can be seen, and its description for System.Text.Json. Where another source
/// writes the converter, the description is <c>.TypeInfo</c>.
/// </summary>
internal static class JsonTypeEmitter
{
    public const string Output = "global::Cqrs.Gen.PayloadWriter output";
    public const string JsonReader = "ref global::System.Text.Json.Utf8JsonReader reader";

    public static GeneratedFile Emit(JsonFileModel file, ModuleModel module) => file switch
    {
        { HasConverter: false } => TypeInfoEmitter.Emit(file.Type, module),
        { Type: { Home: { } home } model } => GeneratedFile.ForPartial(
            home,
            model.Converter.Name + ".Json",
            [],
            writer => WriteGroup(writer, model.Converter.IsInherited ? "private protected" : "private", file, module)),
        { Type: var model } => GeneratedFile.ForModule(module, model.DisplayName, "Json", writer => WriteGroup(writer, "internal", file, module)),
    };

    /// <summary>Writes the converter's class.</summary>
    public static void WriteConverter(SourceWriter writer, JsonTypeModel model, ModuleModel module, string accessibility, bool isDescribed = false)
    {
        writer.Line(GeneratedFile.GeneratedCode).Open($"{accessibility} static partial class {model.Converter.Name}");
        switch (model)
        {
            case JsonObjectModel type:
                JsonObjectWriteEmitter.Write(writer, type, module);
                writer.Line();
                JsonObjectReadEmitter.Write(writer, type, module);
                writer.Line();
                JsonObjectScanEmitter.Write(writer, type, module);
                break;
            case JsonCollectionModel type:
                JsonCollectionEmitter.Write(writer, type, module);
                writer.Line();
                JsonCollectionScanEmitter.Write(writer, type, module);
                break;
            case JsonDictionaryModel type:
                JsonDictionaryEmitter.Write(writer, type, module);
                writer.Line();
                JsonCollectionScanEmitter.Write(writer, type, module);
                break;
            case JsonEnumModel type:
                JsonEnumEmitter.Write(writer, type);
                writer.Line();
                JsonEnumScanEmitter.Write(writer, type);
                break;
            case JsonHierarchyModel type:
                JsonHierarchyEmitter.Write(writer, type, module);
                break;
            case JsonCustomModel type:
                JsonCustomEmitter.Write(writer, type, module);
                break;
            case JsonUnsupportedModel type:
                WriteRefusal(writer, type);
                writer.Line();
                JsonScanEmitter.WriteNever(writer, type.Type, ", bool discriminated = false");
                break;
        }

        if (isDescribed)
        {
            writer.Line();
            TypeInfoEmitter.Write(writer, model);
        }

        writer.Close();
    }

    private static void WriteGroup(SourceWriter writer, string accessibility, JsonFileModel file, ModuleModel module)
    {
        writer.Open($"{accessibility} static partial class {file.Type.Converter.Group}");
        WriteConverter(writer, file.Type, module, "internal", file.IsDescribed);
        writer.Close();
    }

    private static void WriteRefusal(SourceWriter writer, JsonUnsupportedModel model)
    {
        string reason = $"typeof({model.Type}), {Literal.Of(model.Reason)}";
        string write = $"throw global::Cqrs.Gen.JsonObjects.Unsupported({reason});";
        string read = $"throw global::Cqrs.Gen.JsonObjects.Unsupported(ref reader, {reason});";
        writer.Line($"internal static void Write({Output}, {model.Type} value, bool discriminated = false) =>").Continued(write)
            .Line()
            .Line($"internal static {model.Type} Read({JsonReader}, bool discriminated = false) =>").Continued(read);
    }
}
