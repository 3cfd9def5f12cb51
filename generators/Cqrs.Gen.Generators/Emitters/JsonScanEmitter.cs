using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>
/// Writes the part of a converter that reads what was written here by predicting its bytes. Whatever is not as predicted is left to the part that reads
/// any JSON.
/// </summary>
internal static class JsonScanEmitter
{
    /// <summary>For a type whose bytes are not predicted.</summary>
    public static void WriteNever(SourceWriter writer, string type, string more = "")
    {
        Open(writer, type, more: more);
        writer.Line("return false;").Close();
    }

    public static void Open(SourceWriter writer, string type, string method = "Scan", string more = "") => writer
        .Line("/// <summary>Reads a value whose bytes are as they are written here.</summary>")
        .Open($"internal static bool {method}(ref global::Cqrs.Gen.PayloadScanner scanner, out {type} value{more})")
        .Line("value = default!;");

    /// <summary>The condition that reads a value into a new variable.</summary>
    public static string ReadOf(JsonValueModel value, ModuleModel module, string local) => value.Token is { } token
        ? $"scanner.Read{token}(out var {local}{JsonValueEmitter.HandlingOf(value)})"
        : $"{JsonValueEmitter.NameOf(value.Converter!, module)}.Scan(ref scanner, out var {local})";

    public static void WriteValue(SourceWriter writer, JsonValueModel value, ModuleModel module, string? prefix, string local)
    {
        if (!value.TellsNull)
        {
            Demand(writer, (prefix is null ? "" : prefix + " && ") + ReadOf(value, module, local));
            return;
        }

        if (prefix is not null)
        {
            Demand(writer, prefix);
        }

        string present = "present_" + local.TrimStart('@');
        writer.Line($"{value.Type} {local} = null;").Open("if (!scanner.Skip(\"null\"u8))");
        Demand(writer, ReadOf(value, module, present));
        writer.Line($"{local} = {present};").Close().Line();
    }

    public static void Demand(SourceWriter writer, string condition) =>
        writer.Open(condition.Contains(" && ") ? $"if (!({condition}))" : $"if (!{condition})").Line("return false;").Close().Line();
}
