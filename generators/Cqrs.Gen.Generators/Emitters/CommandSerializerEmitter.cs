using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Commands</c>: the JSON of an aggregate's commands, told apart by <c>$type</c>.</summary>
internal static class CommandSerializerEmitter
{
    private const string Payload = "global::Cqrs.Gen.JsonPayload";
    private const string Discriminator = "global::Cqrs.Gen.JsonDiscriminator";

    public static GeneratedFile Emit(CommandCatalogModel model, ModuleModel module)
    {
        string contract = $"global::Cqrs.Gen.ICommandSerializer<{model.Type.FullName}>";
        return GeneratedFile.ForPartial(model.Type, "Commands", contract, writer =>
        {
            WriteCommand(writer, model, module, contract);
            writer.Line();
            ReadCommand(writer, model, module, contract);
        });
    }

    private static void WriteCommand(SourceWriter writer, CommandCatalogModel model, ModuleModel module, string contract)
    {
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static void {contract}.WriteCommand(global::Cqrs.Gen.ICommand command, global::Cqrs.Gen.PayloadWriter output)");
        string notHandled = $"throw new global::Cqrs.Gen.CommandNotHandledException({Literal.Of(model.Name)}, command.GetType());";
        if (model.Commands.Count == 0)
        {
            writer.Line(notHandled).Close();
            return;
        }

        writer.Line("int start = output.StartPayload();")
            .Open("try")
            .Open("switch (command)");
        foreach (CatalogEntryModel entry in model.Commands.OrderByDescending(static c => c.Depth))
        {
            writer.Line($"case {entry.Type} x:").Indent()
                .Line($"output.Begin({JsonText.Literal("{\"$type\":" + JsonText.Quoted(entry.Name))});")
                .Line($"{JsonValueEmitter.NameOf(entry.Converter, module)}.WriteMembers(output, x);")
                .Line("break;")
                .Outdent();
        }

        writer.Line("default:")
            .Continued(notHandled)
            .Close()
            .Line()
            .Line("output.End(\"}\"u8);")
            .Close();
        EventCatalogEmitter.WriteCatch(writer, "Unwritable(output, start, fault)");
        writer.Close();
    }

    private static void ReadCommand(SourceWriter writer, CommandCatalogModel model, ModuleModel module, string contract)
    {
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static global::Cqrs.Gen.ICommand {contract}.ReadCommand(global::System.ReadOnlySpan<byte> json)")
            .Line("global::System.Text.Json.Utf8JsonReader reader = new(json);")
            .Open("try")
            .Line($"{Payload}.Begin(ref reader);")
            .Line($"global::System.Text.Json.Utf8JsonReader type = {Discriminator}.Find(reader);");
        if (model.Commands.Count > 0)
        {
            writer.Line("global::Cqrs.Gen.ICommand command;");
        }

        string otherwise = "";
        foreach (CatalogEntryModel entry in model.Commands)
        {
            writer.Open($"{otherwise}if (type.ValueTextEquals({Literal.Of(entry.Name)}u8))")
                .Line($"command = {JsonValueEmitter.NameOf(entry.Converter, module)}.Read(ref reader, discriminated: true);")
                .Close();
            otherwise = "else ";
        }

        string known = string.Concat(model.Commands.Select(static c => ", " + Literal.Of(c.Name)));
        string unknown = $"throw {Discriminator}.Unknown(ref type, {Literal.Of(model.Name)}{known});";
        if (model.Commands.Count == 0)
        {
            writer.Line(unknown);
        }
        else
        {
            writer.Open("else").Line(unknown).Close()
                .Line()
                .Line($"{Payload}.End(ref reader);")
                .Line("return command;");
        }

        writer.Close();
        EventCatalogEmitter.WriteCatch(writer, "Unreadable(json, fault)");
        writer.Close();
    }
}
