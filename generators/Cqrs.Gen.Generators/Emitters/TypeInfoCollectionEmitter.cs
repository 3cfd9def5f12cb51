using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>
/// Writes the descriptions of collections and dictionaries for System.Text.Json: it reads the items, and what they are put together to is the same
/// as in the type's converter.
/// </summary>
internal static class TypeInfoCollectionEmitter
{
    public static void Write(SourceWriter writer, JsonCollectionModel model)
    {
        string item = model.Item.Type;
        if (IsMemory(model.Type))
        {
            string kind = model.Type.StartsWith("global::System.Memory<", StringComparison.Ordinal) ? "Memory" : "ReadOnlyMemory";
            writer.Line($"?? {TypeInfoEmitter.Services}.Create{kind}Info<{item}>(options, new(){NumbersOf(model.Numbers)});").Outdent();
            return;
        }

        string creation = $"{TypeInfoEmitter.Services}.CreateImmutableEnumerableInfo<{model.Type}, {item}>(options, new(){NumbersOf(model.Numbers)}, Gather)";
        writer.Line($"?? {(RefusesNull(model.Item) ? $"{TypeInfoEmitter.TypeInfos}.WithoutNulls<{model.Type}, {item}>({creation})" : creation)};")
            .Outdent()
            .Line()
            .Open($"private static {model.Type} Gather(global::System.Collections.Generic.IEnumerable<{item}> read)")
            .Line($"var items = {model.Shape.Builder};")
            .Open($"foreach ({item} item in read)");
        WriteAdd(writer, model.Shape, "item");
        WriteResult(writer, model.Shape);
    }

    public static void Write(SourceWriter writer, JsonDictionaryModel model)
    {
        string types = $"{model.Type}, {model.Key.Type}, {model.Value.Type}";
        string creation = model.IsReadOnly
            ? $"{TypeInfoEmitter.Services}.CreateImmutableDictionaryInfo<{types}>(options, new(){NumbersOf(model.Numbers)}, Gather)"
            : $"{TypeInfoEmitter.Services}.CreateIDictionaryInfo<{types}>(options, new() {{ ObjectCreator = static () => {model.Shape.Builder}{(model.Numbers is { } numbers ? $", NumberHandling = {JsonNumbersText.Of(numbers)}" : "")} }})";
        writer.Line($"?? {(RefusesNull(model.Value) ? $"{TypeInfoEmitter.TypeInfos}.WithoutNullValues<{types}>({creation})" : creation)};").Outdent();
        if (!model.IsReadOnly)
        {
            return;
        }

        string entry = $"global::System.Collections.Generic.KeyValuePair<{model.Key.Type}, {model.Value.Type}>";
        writer.Line()
            .Open($"private static {model.Type} Gather(global::System.Collections.Generic.IEnumerable<{entry}> read)")
            .Line($"var items = {model.Shape.Builder};")
            .Open($"foreach ({entry} entry in read)")
            .Line($"{model.Key.Type} key = entry.Key;");
        WriteAdd(writer, model.Shape, "entry.Value");
        WriteResult(writer, model.Shape);
    }

    private static void WriteAdd(SourceWriter writer, JsonCollectionShape shape, string value)
    {
        string add = $"{shape.Add}{value})";
        if (shape.IsUnique)
        {
            writer.Open($"if (!{add})").Line($"throw {TypeInfoEmitter.TypeInfos}.Repeated();").Close();
        }
        else
        {
            writer.Line(add + ";");
        }
    }

    private static void WriteResult(SourceWriter writer, JsonCollectionShape shape) =>
        writer.Close().Line().Line($"return {shape.Result};").Close();

    // Whatever the options say.
    private static string NumbersOf(JsonNumbers? numbers) => numbers is { } of ? $" {{ NumberHandling = {JsonNumbersText.Of(of)} }}" : "";

    private static bool RefusesNull(JsonValueModel value) => value is { IsReference: true, AcceptsNull: false };

    private static bool IsMemory(string type) =>
        type.StartsWith("global::System.Memory<", StringComparison.Ordinal) || type.StartsWith("global::System.ReadOnlyMemory<", StringComparison.Ordinal);
}
