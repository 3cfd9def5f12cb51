using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Snapshot</c>: the JSON of the whole state of an aggregate or a query.</summary>
internal static class StateSerializerEmitter
{
    private const string Payload = "global::Cqrs.Gen.JsonPayload";

    public static GeneratedFile Emit(StateSerializerModel model, ModuleModel module)
    {
        string self = model.Type.FullName;
        string contract = $"global::Cqrs.Gen.IStateSerializer<{self}>";
        string converter = model.State.Converter.Name;
        return GeneratedFile.ForPartial(model.Type, "Snapshot", [contract], writer =>
        {
            writer.Line(GeneratedFile.GeneratedCode)
                .Line($"static string {contract}.Fingerprint => {Literal.Of(model.Fingerprint)};")
                .Line()
                .Line(GeneratedFile.GeneratedCode)
                .Open($"static void {contract}.WriteState({self} state, global::Cqrs.Gen.PayloadWriter output)")
                .Line("int start = output.StartPayload();")
                .Open("try")
                .Line($"{converter}.Write(output, state);")
                .Close();
            EventCatalogEmitter.WriteUnwritable(writer);
            writer.Close()
                .Line()
                .Line(GeneratedFile.GeneratedCode)
                .Open($"static {self} {contract}.ReadState(global::System.ReadOnlySpan<byte> json)")
                .Line("global::System.Text.Json.Utf8JsonReader reader = new(json);")
                .Open("try")
                .Line($"{Payload}.Begin(ref reader);")
                .Line($"{self} state = {converter}.Read(ref reader);")
                .Line($"{Payload}.End(ref reader);")
                .Line("return state;")
                .Close();
            EventCatalogEmitter.WriteUnreadable(writer, "json");
            writer.Close().Line();
            JsonTypeEmitter.WriteConverter(writer, model.State, module, "private");
        });
    }
}
