using System.Globalization;
using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Events</c>: an aggregate's events by name and version, and their payloads.</summary>
internal static class EventCatalogEmitter
{
    private const string Descriptor = "global::Cqrs.Gen.EventDescriptor";
    private const string Payload = "global::Cqrs.Gen.JsonPayload";

    public static GeneratedFile Emit(EventCatalogModel model, ModuleModel module)
    {
        string contract = $"global::Cqrs.Gen.IEventSerializer<{model.Type.FullName}>";
        return GeneratedFile.ForPartial(model.Type, "Events", contract, writer =>
        {
            writer.Line(GeneratedFile.GeneratedCode)
                .Line($"static global::System.ReadOnlySpan<{Descriptor}> {contract}.Events => GeneratedEvents.All;")
                .Line();
            WriteEvent(writer, model, module, contract);
            writer.Line();
            ReadEvent(writer, model, module, contract);
            writer.Line();
            WriteTyped(writer, model, contract);
            writer.Line();
            ClosedSetEmitter.WriteSet(writer, MessageKind.Event, model.Name, $"global::Cqrs.Gen.IEvent<{model.Contract}>", model.Events, module);
            writer.Line();
            WriteDescriptors(writer, model);
        });
    }

    private static void WriteEvent(SourceWriter writer, EventCatalogModel model, ModuleModel module, string contract)
    {
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static {Descriptor} {contract}.WriteEvent(global::Cqrs.Gen.IEvent e, global::Cqrs.Gen.PayloadWriter output)");
        string notApplied = $"throw new global::Cqrs.Gen.EventNotAppliedException({Literal.Of(model.Name)}, e.GetType());";
        if (model.Events.Count == 0)
        {
            writer.Line(notApplied).Close();
            return;
        }

        writer.Line("int start = output.StartPayload();")
            .Open("try")
            .Open("switch (e)");
        foreach (CatalogEntryModel entry in model.Events.OrderByDescending(static e => e.Depth))
        {
            writer.Line($"case {entry.Type} x:").Indent()
                .Line($"{JsonValueEmitter.NameOf(entry.Converter, module)}.Write(output, x);")
                .Line($"return GeneratedEvents.{NameOf(entry)};")
                .Outdent();
        }

        writer.Line("default:")
            .Continued(notApplied)
            .Close()
            .Close();
        WriteCatch(writer, "Unwritable(output, start, fault)");
        writer.Close();
    }

    private static void ReadEvent(SourceWriter writer, EventCatalogModel model, ModuleModel module, string contract)
    {
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static global::Cqrs.Gen.IEvent? {contract}.ReadEvent(global::System.ReadOnlySpan<byte> name, int version, global::System.ReadOnlySpan<byte> payload)");
        if (model.Events.Count == 0)
        {
            writer.Line("return null;").Close();
            return;
        }

        writer.Open("try");
        foreach (CatalogEntryModel entry in model.Events)
        {
            string converter = JsonValueEmitter.NameOf(entry.Converter, module);
            writer.Open($"if (version == {Number(entry.Version)} && global::System.MemoryExtensions.SequenceEqual(name, {Literal.Of(entry.Name)}u8))")
                .Line("// Almost every payload was written here, so its bytes are as predicted; any other is read by the general reader.")
                .Line("global::Cqrs.Gen.PayloadScanner scanner = new(payload);")
                .Open($"if ({converter}.Scan(ref scanner, out {entry.Type} predicted) && scanner.IsAtEnd)")
                .Line("return predicted;")
                .Close()
                .Line()
                .Line("global::System.Text.Json.Utf8JsonReader reader = new(payload);")
                .Line($"{Payload}.Begin(ref reader);")
                .Line($"{entry.Type} e = {converter}.Read(ref reader);")
                .Line($"{Payload}.End(ref reader);")
                .Line("return e;")
                .Close()
                .Line();
        }

        writer.Line("return null;").Close();
        WriteCatch(writer, "Unreadable(payload, fault)");
        writer.Close();
    }

    private static void WriteTyped(SourceWriter writer, EventCatalogModel model, string contract)
    {
        string set = ClosedSetEmitter.NameOf(MessageKind.Event);
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static void {contract}.WriteTypedEvent(global::Cqrs.Gen.IEvent e, global::Cqrs.Gen.PayloadWriter output)")
            .Line("int start = output.StartPayload();")
            .Open("try")
            .Open($"if (!{set}.TryWrite(output, e))")
            .Line($"throw new global::Cqrs.Gen.EventNotAppliedException({Literal.Of(model.Name)}, e.GetType());")
            .Close()
            .Close();
        WriteCatch(writer, "Unwritable(output, start, fault)");
        writer.Close()
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Open($"static global::Cqrs.Gen.IEvent {contract}.ReadTypedEvent(global::System.ReadOnlySpan<byte> json)")
            .Line("global::System.Text.Json.Utf8JsonReader reader = new(json);")
            .Open("try")
            .Line($"{Payload}.Begin(ref reader);")
            .Line($"global::Cqrs.Gen.IEvent e = {set}.Read(ref reader);")
            .Line($"{Payload}.End(ref reader);")
            .Line("return e;")
            .Close();
        WriteCatch(writer, "Unreadable(json, fault)");
        writer.Close();
    }

    private static void WriteDescriptors(SourceWriter writer, EventCatalogModel model)
    {
        writer.Line(GeneratedFile.GeneratedCode).Open("private static class GeneratedEvents");
        foreach (CatalogEntryModel entry in model.Events)
        {
            writer.Line($"internal static readonly {Descriptor} {NameOf(entry)} = new({Literal.Of(entry.Name)}, {Number(entry.Version)}, typeof({entry.Type}));");
        }

        writer.Line()
            .Line($"internal static readonly {Descriptor}[] All = [{string.Join(", ", model.Events.Select(NameOf))}];")
            .Close();
    }

    internal static void WriteCatch(SourceWriter writer, string exception) =>
        writer.Open("catch (global::System.Text.Json.JsonException fault)").Line($"throw {Payload}.{exception};").Close();

    // Unlike "All", a converter's name holds an underscore.
    private static string NameOf(CatalogEntryModel entry) => entry.Converter.Name;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
