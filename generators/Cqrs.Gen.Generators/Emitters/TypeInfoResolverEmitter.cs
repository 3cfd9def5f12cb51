using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits the module's <c>.TypeInfo</c>: what finds the description of any of its types for System.Text.Json.</summary>
internal static class TypeInfoResolverEmitter
{
    private const string Resolver = TypeInfoEmitter.Metadata + ".IJsonTypeInfoResolver";
    private const string Options = "global::System.Text.Json.JsonSerializerOptions";

    public static GeneratedFile Emit(JsonResolverModel model, ModuleModel module) => GeneratedFile.ForModule(module, module.AssemblyName, "TypeInfo", writer =>
    {
        writer.Line("/// <summary>")
            .Line("/// Describes the assembly's events, commands and query documents to System.Text.Json, with all types that they reach: no reflection is needed. Insert it")
            .Line("/// into the chain of resolvers of any options.")
            .Line("/// </summary>")
            .Line(GeneratedFile.GeneratedCode)
            .Line($"public static {Resolver} JsonTypeInfoResolver => GeneratedTypeInfoResolver.Instance;")
            .Line()
            .Line("/// <summary>")
            .Line("/// The options by which System.Text.Json writes the assembly's types as they are stored, and reads them as strictly as it can. They are read-only; to change")
            .Line("/// something, change a copy.")
            .Line("/// </summary>")
            .Line(GeneratedFile.GeneratedCode)
            .Line($"public static {Options} JsonOptions => GeneratedTypeInfoResolver.Options;")
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Open($"private sealed class GeneratedTypeInfoResolver : {Resolver}")
            .Line("internal static readonly GeneratedTypeInfoResolver Instance = new();")
            .Line($"internal static readonly {Options} Options = {TypeInfoEmitter.TypeInfos}.StrictOptions(Instance, {(model.Options.Naming == JsonNaming.AsDeclared ? "null" : "global::System.Text.Json.JsonNamingPolicy." + model.Options.Naming)}, {JsonNumbersText.Of(model.Options.Numbers)});")
            .Line()
            .Open($"public {TypeInfoEmitter.Metadata}.JsonTypeInfo? GetTypeInfo(global::System.Type type, {Options} options)");
        foreach (JsonConverterModel type in model.Types)
        {
            Write(writer, type.RuntimeType, $"{type.Group}.{type.Name}.TypeInfo(options)");
        }

        foreach (JsonTokenModel token in model.Tokens)
        {
            Write(writer, token.Type, $"{TypeInfoEmitter.TypeInfos}.Value<{token.Type}>(options, {TypeInfoEmitter.Services}.{ConverterOf(token.Token)}Converter)");
        }

        foreach (string type in model.Nullables)
        {
            Write(writer, type + "?", $"{TypeInfoEmitter.TypeInfos}.Nullable<{type}>(options)");
        }

        writer.Line("return null;").Close().Close();
    });

    private static void Write(SourceWriter writer, string type, string description) =>
        writer.Open($"if (type == typeof({type}))").Line($"return {description};").Close().Line();

    private static string ConverterOf(string token) => token switch
    {
        "Bytes" => "ByteArray",
        "Memory" or "ReadOnlyMemory" => token + "Byte",
        _ => token,
    };
}
