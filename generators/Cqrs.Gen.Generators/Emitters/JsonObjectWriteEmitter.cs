using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the half of an object's converter that writes JSON, and what both halves need to reach its fields.</summary>
internal static class JsonObjectWriteEmitter
{
    private const string Objects = "global::Cqrs.Gen.JsonObjects";

    public static void Write(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        WriteObject(writer, model);
        writer.Line();
        WriteMembers(writer, model, module);
        foreach (JsonMemberModel member in model.Members)
        {
            if (member.Field is { } field)
            {
                writer.Line()
                    .Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = {Literal.Of(field.Name)})]")
                    .Line($"private static extern ref {member.Value.Type} {FieldOf(member)}({field.Type} target);");
            }
        }
    }

    /// <summary>The method that gives a reference to the member's field.</summary>
    public static string FieldOf(JsonMemberModel member) => "FieldOf_" + member.Local.TrimStart('@');

    private static void WriteObject(SourceWriter writer, JsonObjectModel model)
    {
        writer.Line("/// <summary>Writes a value as a JSON object.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.JsonWriter}, {model.Type} value)");
        if (model.IsReference)
        {
            writer.Open("if (value is null)").Line($"throw {Objects}.Null();").Close().Line();
        }

        writer.Line($"{Objects}.WriteStart(writer);")
            .Line("WriteMembers(writer, value);")
            .Line("writer.WriteEndObject();")
            .Close();
    }

    private static void WriteMembers(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Writes the members of a value into a JSON object that has begun.</summary>")
            .Open($"internal static void WriteMembers({JsonTypeEmitter.JsonWriter}, {model.Type} value)");
        if (model.IsOpen)
        {
            writer.Open($"if (value.GetType() != typeof({model.Type}))")
                .Line($"throw {Objects}.Derived(typeof({model.Type}), value.GetType());")
                .Close()
                .Line();
        }

        foreach (JsonMemberModel member in model.Members)
        {
            string expression = member.Field is { ReadsToo: true } ? $"{FieldOf(member)}(value)" : "value." + member.Name;
            JsonValueEmitter.WriteMember(writer, member.Value, module, member.JsonName, expression, member.Local, member.OmitsNull);
        }

        writer.Close();
    }
}
