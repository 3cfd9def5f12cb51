using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the part of an enumeration's converter that reads it by predicting its bytes.</summary>
internal static class JsonEnumScanEmitter
{
    public static void Write(SourceWriter writer, JsonEnumModel model)
    {
        JsonScanEmitter.Open(writer, model.Type, model.IsKey ? "ScanKey" : "Scan");
        switch (model.Form)
        {
            case JsonEnumForm.Number:
                JsonScanEmitter.Demand(writer, $"scanner.Read{model.Underlying}(out var number)");
                writer.Line($"value = ({model.Type})number;").Line("return IsDeclared(value);");
                break;
            case JsonEnumForm.Name:
                ReadText(writer, model, "name");
                foreach (JsonEnumNameModel declared in model.Names)
                {
                    WriteBranch(writer, "name", declared, $"value = {declared.Value};", "return true;");
                }

                writer.Line("return false;");
                break;
            case JsonEnumForm.FlagNames:
                WriteFlags(writer, model);
                break;
        }

        writer.Close();
    }

    private static void WriteFlags(SourceWriter writer, JsonEnumModel model)
    {
        ReadText(writer, model, "names");
        writer.Line("ulong flags = 0;")
            .Open("foreach (global::System.Range range in global::System.MemoryExtensions.Split(names, \", \"u8))")
            .Line("global::System.ReadOnlySpan<byte> name = names[range];");
        foreach (JsonEnumNameModel declared in model.Names)
        {
            WriteBranch(writer, "name", declared, $"flags |= {declared.Bits};", "continue;");
        }

        writer.Line("return false;")
            .Close()
            .Line()
            .Line($"value = unchecked(({model.Type})flags);")
            .Line("return true;");
    }

    private static void ReadText(SourceWriter writer, JsonEnumModel model, string local) =>
        JsonScanEmitter.Demand(writer, $"scanner.ReadPlain(out global::System.ReadOnlySpan<byte> {local}){(model.IsKey ? " && scanner.Skip(\":\"u8)" : "")}");

    private static void WriteBranch(SourceWriter writer, string local, JsonEnumNameModel declared, string statement, string then) => writer
        .Open($"if (global::System.MemoryExtensions.SequenceEqual({local}, {Literal.Of(declared.JsonName)}u8))")
        .Line(statement)
        .Line(then)
        .Close()
        .Line();
}
