using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the converter of an enumeration: by name, or as a number. What it does not declare is refused.</summary>
internal static class JsonEnumEmitter
{
    private const string Values = "global::Cqrs.Gen.JsonValues";

    public static void Write(SourceWriter writer, JsonEnumModel model)
    {
        string name = Literal.Of(model.DisplayName);
        writer.Line("/// <summary>Writes a value that the enumeration declares.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} value)");
        if (model.IsNumber)
        {
            writer.Open($"if (!IsDeclared(value))").Line($"throw {Values}.NotDeclared({name});").Close()
                .Line()
                .Line($"output.Write{model.Underlying}((global::System.{model.Underlying})value);");
        }
        else
        {
            WriteNames(writer, model, name);
        }

        writer.Close()
            .Line()
            .Line("/// <summary>Reads a value that the enumeration declares.</summary>")
            .Open($"internal static {model.Type} Read({JsonTypeEmitter.JsonReader})");
        if (model.IsNumber)
        {
            writer.Line($"var value = ({model.Type}){Values}.Read{model.Underlying}(ref reader);")
                .Line($"return IsDeclared(value) ? value : throw {Values}.NumberNotDeclared(ref reader, {name});");
        }
        else
        {
            ReadNames(writer, model, name);
        }

        writer.Close();
        if (model.IsNumber)
        {
            writer.Line();
            WriteIsDeclared(writer, model);
        }
    }

    private static void WriteNames(SourceWriter writer, JsonEnumModel model, string name)
    {
        writer.Open("switch (value)");
        foreach (JsonEnumNameModel declared in model.Names.Where(static n => !n.IsAlias))
        {
            writer.Line($"case {declared.Value}:").Indent()
                .Line($"output.Append({JsonText.Literal(JsonText.Quoted(declared.JsonName))});")
                .Line("break;")
                .Outdent();
        }

        writer.Line("default:").Continued($"throw {Values}.NotDeclared({name});").Close();
    }

    private static void ReadNames(SourceWriter writer, JsonEnumModel model, string name)
    {
        writer.Line($"{Values}.ReadName(ref reader, {name});");
        foreach (JsonEnumNameModel declared in model.Names)
        {
            writer.Open($"if (reader.ValueTextEquals({Literal.Of(declared.JsonName)}u8))").Line($"return {declared.Value};").Close().Line();
        }

        writer.Line($"throw {Values}.NotDeclared(ref reader, {name});");
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
