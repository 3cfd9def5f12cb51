using System.Globalization;
using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Events</c>: an aggregate's events by name and version, and their payloads.</summary>
internal static class EventCatalogEmitter
{
    private const string Descriptor = "global::Cqrs.Gen.EventDescriptor";
    private const string Payload = "global::Cqrs.Gen.JsonPayload";

    public static GeneratedFile Emit(ClosedSetModel model, ModuleModel module)
    {
        string contract = $"global::Cqrs.Gen.IEventSerializer<{model.Aggregate.FullName}>";
        return GeneratedFile.ForPartial(model.Aggregate, "Events", [contract], writer =>
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
            ClosedSetEmitter.WriteSet(writer, model, module);
            writer.Line();
            WriteDescriptors(writer, model, module);
        }).WithModule(module, writer => ClosedSetEmitter.WriteConverter(writer, model));
    }

    private static void WriteEvent(SourceWriter writer, ClosedSetModel model, ModuleModel module, string contract)
    {
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static {Descriptor} {contract}.WriteEvent(global::Cqrs.Gen.IEvent e, global::Cqrs.Gen.PayloadWriter output)");
        string notApplied = $"throw new global::Cqrs.Gen.EventNotAppliedException({Literal.Of(model.Name)}, e.GetType());";
        if (model.Entries.Count == 0)
        {
            writer.Line(notApplied).Close();
            return;
        }

        writer.Line("int start = output.StartPayload();")
            .Open("try")
            .Open("switch (e)");
        foreach (CatalogEntryModel entry in model.Entries.OrderByDescending(static e => e.Depth))
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
        WriteUnwritable(writer);
        writer.Close();
    }

    private static void ReadEvent(SourceWriter writer, ClosedSetModel model, ModuleModel module, string contract)
    {
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static global::Cqrs.Gen.IEvent? {contract}.ReadEvent(global::System.ReadOnlySpan<byte> name, int version, global::System.ReadOnlySpan<byte> payload)");
        if (model.Entries.Count == 0)
        {
            writer.Line("return null;").Close();
            return;
        }

        writer.Line("// Almost every payload was written here, so its bytes are as predicted; any other is read by the general reader.")
            .Line("global::Cqrs.Gen.PayloadScanner scanner = new(payload);")
            .Line("int index = 0;")
            .Open("try");
        for (int i = 0; i < model.Entries.Count; i++)
        {
            CatalogEntryModel entry = model.Entries[i];
            writer.Open($"if (version == {Number(entry.Version)} && global::System.MemoryExtensions.SequenceEqual(name, {Literal.Of(entry.Name)}u8))")
                .Line($"index = {Number(i)};")
                .Line($"return {JsonValueEmitter.NameOf(entry.Converter, module)}.Scan(ref scanner, out {entry.Type} e) && scanner.IsAtEnd ? e : GeneratedEvents.Read(index, payload);")
                .Close()
                .Line();
        }

        writer.Line("return null;")
            .Close()
            .Open($"catch (global::System.Exception refusal) when ({Payload}.IsRefusal(refusal))")
            .Line("GeneratedEvents.Read(index, payload); // says where")
            .Line("throw;")
            .Close()
            .Close();
    }

    private static void WriteTyped(SourceWriter writer, ClosedSetModel model, string contract)
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
        WriteUnwritable(writer);
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
        WriteUnreadable(writer, "json");
        writer.Close();
    }

    private static void WriteDescriptors(SourceWriter writer, ClosedSetModel model, ModuleModel module)
    {
        writer.Line(GeneratedFile.GeneratedCode).Open("private static class GeneratedEvents");
        foreach (CatalogEntryModel entry in model.Entries)
        {
            writer.Line($"internal static readonly {Descriptor} {NameOf(entry)} = new({Literal.Of(entry.Name)}, {Number(entry.Version)}, typeof({entry.Type}));");
        }

        writer.Line()
            .Line($"internal static readonly {Descriptor}[] All = [{string.Join(", ", model.Entries.Select(NameOf))}];");
        if (model.Entries.Count > 0)
        {
            writer.Line();
            ReadGenerally(writer, model, module);
        }

        writer.Close();
    }

    private static void ReadGenerally(SourceWriter writer, ClosedSetModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Reads a payload, whoever wrote it.</summary>")
            .Open("internal static global::Cqrs.Gen.IEvent Read(int index, global::System.ReadOnlySpan<byte> payload)")
            .Line("global::System.Text.Json.Utf8JsonReader reader = new(payload);")
            .Open("try")
            .Line($"{Payload}.Begin(ref reader);")
            .Open("global::Cqrs.Gen.IEvent e = index switch");
        for (int i = 0; i < model.Entries.Count; i++)
        {
            string index = i == model.Entries.Count - 1 ? "_" : Number(i);
            writer.Line($"{index} => {JsonValueEmitter.NameOf(model.Entries[i].Converter, module)}.Read(ref reader),");
        }

        writer.Close(";")
            .Line($"{Payload}.End(ref reader);")
            .Line("return e;")
            .Close();
        WriteUnreadable(writer, "payload");
        writer.Close();
    }

    internal static void WriteUnwritable(SourceWriter writer) =>
        writer.Open("catch (global::System.Text.Json.JsonException fault)").Line($"throw {Payload}.Unwritable(output, start, fault);").Close();

    internal static void WriteUnreadable(SourceWriter writer, string json) =>
        writer.Open($"catch (global::System.Exception refusal) when ({Payload}.IsRefusal(refusal))").Line($"throw {Payload}.Unreadable({json}, in reader, refusal);").Close();

    // Unlike "All", a converter's name holds an underscore.
    private static string NameOf(CatalogEntryModel entry) => entry.Converter.Name;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
