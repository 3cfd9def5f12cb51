using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>
/// Writes a closed set: any command or any event of an aggregate as one value, told apart by <c>$type</c>. The set itself is nested in the aggregate,
/// which alone sees its private types; a converter in the module makes it known to the whole assembly, and to System.Text.Json.
/// </summary>
internal static class ClosedSetEmitter
{
    private const string Discriminator = "global::Cqrs.Gen.JsonDiscriminator";

    /// <summary>The name of the class in the aggregate.</summary>
    public static string NameOf(MessageKind kind) => $"Generated{kind}Set";

    /// <summary>Writes the set's converter in the module.</summary>
    public static void WriteConverter(SourceWriter writer, ClosedSetModel model)
    {
        string type = model.Converter.RuntimeType;
        string set = $"{model.Aggregate.FullName}.{NameOf(model.Kind)}";
        writer.Open($"internal static partial class {model.Converter.Group}")
            .Line(GeneratedFile.GeneratedCode)
            .Open($"internal static class {model.Converter.Name}")
            .Line($"/// <summary>Writes any {WordOf(model.Kind)} of the aggregate, with its <c>$type</c> first.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {type} value)")
            .Open($"if (!{set}.TryWrite(output, value))")
            .Line($"throw {Discriminator}.NotInSet({Literal.Of(model.Name)}, {Literal.Of(WordOf(model.Kind))}, value);")
            .Close()
            .Close()
            .Line()
            .Line($"/// <summary>Reads any {WordOf(model.Kind)} of the aggregate by its <c>$type</c>.</summary>")
            .Line($"internal static {type} Read({JsonTypeEmitter.JsonReader}) => {set}.Read(ref reader);")
            .Line();
        JsonScanEmitter.WriteNever(writer, type);
        if (model.Described.Any())
        {
            writer.Line();
            WriteTypeInfo(writer, model, type);
        }

        writer.Close().Close();
    }

    /// <summary>Writes the set's class in the aggregate.</summary>
    public static void WriteSet(SourceWriter writer, ClosedSetModel model, ModuleModel module)
    {
        MessageKind kind = model.Kind;
        writer.Line($"/// <summary>Any {WordOf(kind)} of the aggregate as one value, told apart by <c>$type</c>.</summary>")
            .Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]")
            .Line(GeneratedFile.GeneratedCode)
            .Open($"internal static class {NameOf(kind)}")
            .Line("/// <returns>False for a value of a type that is not in the set; nothing is written then.</returns>")
            .Open($"internal static bool TryWrite({JsonTypeEmitter.Output}, global::Cqrs.Gen.I{kind} value)")
            .Open("switch (value)");
        foreach (CatalogEntryModel entry in model.Entries.OrderByDescending(static c => c.Depth))
        {
            if (entry.IsWhole)
            {
                writer.Line($"case {entry.Type}:").Continued($"throw {Discriminator}.NoPlace(typeof({entry.Type}));");
                continue;
            }

            writer.Line($"case {entry.Type} x:").Indent()
                .Line($"output.Begin({JsonText.Literal("{\"$type\":" + JsonText.Quoted(entry.Discriminator))});")
                .Line($"{JsonValueEmitter.NameOf(entry.Converter, module)}.Write(output, x, discriminated: true);")
                .Line("return true;")
                .Outdent();
        }

        writer.Line("default:")
            .Continued("return false;")
            .Close()
            .Close()
            .Line()
            .Open($"internal static {model.Converter.RuntimeType} Read({JsonTypeEmitter.JsonReader})")
            .Line($"global::System.Text.Json.Utf8JsonReader type = {Discriminator}.Find(reader);");
        CatalogEntryModel[] readable = [.. model.Entries.Where(static e => !e.IsWhole)];
        foreach (CatalogEntryModel entry in readable)
        {
            writer.Open($"if (type.ValueTextEquals({Literal.Of(entry.Discriminator)}u8))")
                .Line($"return {JsonValueEmitter.NameOf(entry.Converter, module)}.Read(ref reader, discriminated: true);")
                .Close()
                .Line();
        }

        string known = string.Concat(readable.Select(static c => ", " + Literal.Of(c.Discriminator)));
        writer.Line($"throw {Discriminator}.Unknown(ref type, {Literal.Of(model.Name)}, {Literal.Of(WordOf(kind))}{known});")
            .Close()
            .Close();
    }

    private static void WriteTypeInfo(SourceWriter writer, ClosedSetModel model, string type)
    {
        writer.Line("/// <summary>Describes the set to System.Text.Json, without the types that only the aggregate sees.</summary>")
            .Line($"internal static {TypeInfoEmitter.Metadata}.JsonTypeInfo<{type}> TypeInfo(global::System.Text.Json.JsonSerializerOptions options) =>")
            .Indent()
            .Line($"{TypeInfoEmitter.TypeInfos}.OfConverter<{type}>(options)")
            .Line($"?? {TypeInfoEmitter.TypeInfos}.ClosedSet<{type}>(")
            .Indent()
            .Line("options,")
            .Line("[")
            .Indent();
        foreach (CatalogEntryModel entry in model.Described)
        {
            writer.Line($"new(typeof({entry.Type}), {Literal.Of(entry.Discriminator)}),");
        }

        writer.Outdent().Line("]);").Outdent().Outdent();
    }

    private static string WordOf(MessageKind kind) => kind == MessageKind.Command ? "command" : "event";
}
