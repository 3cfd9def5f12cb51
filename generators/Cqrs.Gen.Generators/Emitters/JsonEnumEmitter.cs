using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>
/// Writes the converter of an enumeration: by name, by the names of its flags, or as a number; or as the key of a dictionary's entry. What it does not
/// declare is refused.
/// </summary>
internal static class JsonEnumEmitter
{
    private const string Values = "global::Cqrs.Gen.JsonValues";

    public static void Write(SourceWriter writer, JsonEnumModel model)
    {
        string name = Literal.Of(model.EnumName);
        writer.Line("/// <summary>Writes a value that the enumeration declares.</summary>")
            .Open($"internal static void {(model.IsKey ? "WriteKey" : "Write")}({JsonTypeEmitter.Output}, {model.Type} value)");
        WriteValue(writer, model, name);
        writer.Close()
            .Line()
            .Line("/// <summary>Reads a value that the enumeration declares.</summary>")
            .Open($"internal static {model.Type} {(model.IsKey ? "ReadKey" : "Read")}({JsonTypeEmitter.JsonReader})");
        ReadValue(writer, model, name);
        writer.Close();
        if (model.Form == JsonEnumForm.Number)
        {
            writer.Line();
            WriteIsDeclared(writer, model);
        }
    }

    private static void WriteValue(SourceWriter writer, JsonEnumModel model, string name)
    {
        switch (model.Form)
        {
            case JsonEnumForm.Number:
                writer.Open("if (!IsDeclared(value))").Line($"throw {Values}.NotDeclared({name});").Close()
                    .Line()
                    .Line($"output.Write{model.Underlying}((global::System.{model.Underlying})value);");
                break;
            case JsonEnumForm.Name:
                WriteName(writer, model, name);
                break;
            case JsonEnumForm.FlagNames:
                WriteFlags(writer, model, name);
                break;
        }
    }

    private static void WriteName(SourceWriter writer, JsonEnumModel model, string name)
    {
        writer.Open("switch (value)");
        foreach (JsonEnumNameModel declared in model.Names.Where(static n => !n.IsAlias))
        {
            writer.Line($"case {declared.Value}:").Indent().Line(Append(model, JsonText.Quoted(declared.JsonName))).Line("break;").Outdent();
        }

        writer.Line("default:").Continued($"throw {Values}.NotDeclared({name});").Close();
    }

    private static void WriteFlags(SourceWriter writer, JsonEnumModel model, string name)
    {
        // Where no name stands for 0, System.Text.Json writes the number.
        string zero = model.Zero is { } declared ? JsonText.Quoted(declared.JsonName) : model.IsKey ? "\"0\"" : "0";
        writer.Line("ulong rest = unchecked((ulong)value);")
            .Open("if (rest == 0)")
            .Line(Append(model, zero))
            .Line("return;")
            .Close()
            .Line()
            .Line($"output.{(model.IsKey ? "Member" : "Append")}(\"\\\"\"u8);");
        foreach (JsonEnumNameModel flag in model.Names.Where(n => !n.IsAlias && n != model.Zero))
        {
            writer.Line($"output.WriteFlag(ref rest, {flag.Bits}, {JsonText.Literal(JsonText.Quoted(flag.JsonName).Trim('"'))});");
        }

        writer.Line($"output.EndFlags(rest, {name});");
        if (model.IsKey)
        {
            writer.Line("output.Append(\":\"u8);");
        }
    }

    private static string Append(JsonEnumModel model, string json) =>
        model.IsKey ? $"output.Member({JsonText.Literal(json + ":")});" : $"output.Append({JsonText.Literal(json)});";

    private static void ReadValue(SourceWriter writer, JsonEnumModel model, string name)
    {
        switch (model.Form)
        {
            case JsonEnumForm.Number:
                writer.Line($"var value = ({model.Type}){Values}.Read{model.Underlying}(ref reader);")
                    .Line($"return IsDeclared(value) ? value : throw {Values}.NumberNotDeclared(ref reader, {name});");
                break;
            case JsonEnumForm.Name:
                ReadName(writer, model, name);
                break;
            case JsonEnumForm.FlagNames:
                ReadFlags(writer, model, name);
                break;
        }
    }

    private static void ReadName(SourceWriter writer, JsonEnumModel model, string name)
    {
        if (!model.IsKey)
        {
            writer.Line($"{Values}.ReadName(ref reader, {name});");
        }

        foreach (JsonEnumNameModel declared in model.Names)
        {
            writer.Open($"if (reader.ValueTextEquals({Literal.Of(declared.JsonName)}u8))").Line($"return {declared.Value};").Close().Line();
        }

        writer.Line($"throw {Values}.NotDeclared(ref reader, {name});");
    }

    private static void ReadFlags(SourceWriter writer, JsonEnumModel model, string name)
    {
        if (model.Zero is null)
        {
            writer.Open(model.IsKey ? "if (reader.ValueTextEquals(\"0\"u8))" : $"if ({Values}.IsZero(ref reader))").Line("return default;").Close().Line();
        }

        writer.Line("ulong flags = 0;")
            .Open($"foreach (string name in {Values}.ReadNames(ref reader, {name}))")
            .Open("flags |= name switch");
        foreach (JsonEnumNameModel declared in model.Names)
        {
            writer.Line($"{Literal.Of(declared.JsonName)} => {declared.Bits},");
        }

        writer.Line($"_ => throw {Values}.NotDeclared(ref reader, {name}),")
            .Close(";")
            .Close()
            .Line()
            .Line($"return unchecked(({model.Type})flags);");
    }

    private static void WriteIsDeclared(SourceWriter writer, JsonEnumModel model)
    {
        if (model.FlagsMask is { } mask)
        {
            writer.Line($"private static bool IsDeclared({model.Type} value) => (unchecked((ulong)value) & ~{mask}) == 0;");
            return;
        }

        string values = string.Join(" or ", model.Names.Where(static n => !n.IsAlias).Select(static n => n.Value));
        writer.Line($"private static bool IsDeclared({model.Type} value) => {(values.Length == 0 ? "false" : "value is " + values)};");
    }
}
