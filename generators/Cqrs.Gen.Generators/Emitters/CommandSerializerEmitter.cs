using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Commands</c>: the JSON of an aggregate's commands, told apart by <c>$type</c>.</summary>
internal static class CommandSerializerEmitter
{
    private const string Payload = "global::Cqrs.Gen.JsonPayload";

    public static GeneratedFile Emit(ClosedSetModel model, ModuleModel module)
    {
        string contract = $"global::Cqrs.Gen.ICommandSerializer<{model.Aggregate.FullName}>";
        string set = ClosedSetEmitter.NameOf(MessageKind.Command);
        return GeneratedFile.ForPartial(model.Aggregate, "Commands", [contract], writer =>
        {
            writer.Line(GeneratedFile.GeneratedCode)
                .Open($"static void {contract}.WriteCommand(global::Cqrs.Gen.ICommand command, global::Cqrs.Gen.PayloadWriter output)")
                .Line("int start = output.StartPayload();")
                .Open("try")
                .Open($"if (!{set}.TryWrite(output, command))")
                .Line($"throw new global::Cqrs.Gen.CommandNotHandledException({Literal.Of(model.Name)}, command.GetType());")
                .Close()
                .Close();
            EventCatalogEmitter.WriteUnwritable(writer);
            writer.Close()
                .Line()
                .Line(GeneratedFile.GeneratedCode)
                .Open($"static global::Cqrs.Gen.ICommand {contract}.ReadCommand(global::System.ReadOnlySpan<byte> json)")
                .Line("global::System.Text.Json.Utf8JsonReader reader = new(json);")
                .Open("try")
                .Line($"{Payload}.Begin(ref reader);")
                .Line($"global::Cqrs.Gen.ICommand command = {set}.Read(ref reader);")
                .Line($"{Payload}.End(ref reader);")
                .Line("return command;")
                .Close();
            EventCatalogEmitter.WriteUnreadable(writer, "json");
            writer.Close().Line();
            ClosedSetEmitter.WriteSet(writer, model, module);
        }).WithModule(module, writer => ClosedSetEmitter.WriteConverter(writer, model));
    }
}
