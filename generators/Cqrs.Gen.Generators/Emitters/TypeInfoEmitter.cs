using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>
/// Writes the description of one type for System.Text.Json, which writes and reads it as the type's converter does. Where this has a file of its own, that
/// is <c>.TypeInfo</c>.
/// </summary>
internal static class TypeInfoEmitter
{
    public const string Metadata = "global::System.Text.Json.Serialization.Metadata";
    public const string Services = Metadata + ".JsonMetadataServices";
    public const string TypeInfos = "global::Cqrs.Gen.JsonTypeInfos";

    public static GeneratedFile Emit(JsonTypeModel model, ModuleModel module) => GeneratedFile.ForModule(module, model.DisplayName, "TypeInfo", writer =>
    {
        writer.Open($"internal static partial class {model.Converter.Group}")
            .Open($"internal static partial class {model.Converter.Name}");
        Write(writer, model, isAlone: true);
        writer.Close().Close();
    });

    /// <summary>Writes the description into the converter's class.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="model">The type.</param>
    /// <param name="isAlone">True if this part of the class holds nothing else, so that nothing marks the part as generated.</param>
    public static void Write(SourceWriter writer, JsonTypeModel model, bool isAlone = false)
    {
        writer.Line("/// <summary>Describes the type to System.Text.Json.</summary>");
        if (isAlone)
        {
            writer.Line(GeneratedFile.GeneratedCode);
        }

        writer.Line($"internal static {Metadata}.JsonTypeInfo<{model.Type}> TypeInfo(global::System.Text.Json.JsonSerializerOptions options) =>")
            .Indent()
            .Line($"{TypeInfos}.OfConverter<{model.Type}>(options)");
        switch (model)
        {
            case JsonObjectModel type:
                TypeInfoObjectEmitter.Write(writer, type);
                break;
            case JsonCollectionModel type:
                TypeInfoCollectionEmitter.Write(writer, type);
                break;
            case JsonDictionaryModel type:
                TypeInfoCollectionEmitter.Write(writer, type);
                break;
            case JsonHierarchyModel type:
                string itself = (type.Itself ?? type.Cases.FirstOrDefault(c => c.Type == type.Type)?.Converter) is { } own ? $"{own.Group}.{own.Name}.TypeInfo(options)" : "null";
                string cases = string.Concat(type.Cases.Select(static c => $", new {Metadata}.JsonDerivedType(typeof({c.Type}), {(c.Text is { } text ? Literal.Of(text) : c.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))})"));
                writer.Line($"?? {TypeInfos}.HierarchyOf<{type.Type}>(options, {itself}, {Literal.Of(type.Discriminator)}{cases});").Outdent();
                break;
            case JsonCustomModel type:
                writer.Line($"?? {Services}.CreateValueInfo<{type.Type}>(options, Converter);").Outdent();
                break;
            case JsonEnumModel type:
                writer.Line($"?? {TypeInfos}.{NameOf(type)}<{type.Type}>(options);").Outdent();
                break;
        }
    }

    private static string NameOf(JsonEnumModel type) => type.Form switch
    {
        JsonEnumForm.Number => "EnumNumber",

        // Where no name stands for 0, the number does.
        JsonEnumForm.FlagNames when type.Zero is null => "EnumNameOrNumber",
        _ => "EnumName",
    };
}
