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
                    .Line($"private static extern ref {member.Value.Type} {FieldOf(member)}({(field.IsOfStruct ? "ref " : "")}{field.Type} target);");
            }
        }
    }

    // The method that gives a reference to the member's field.
    private static string FieldOf(JsonMemberModel member) => "FieldOf_" + member.Local.TrimStart('@');

    /// <summary>The expression that gives the member's value in an object.</summary>
    public static string ValueOf(JsonMemberModel member, string target) =>
        member.Field is { ReadsToo: true } ? FieldOf(member, target) : $"{target}.{member.Name}";

    /// <summary>The expression that is the member's field in an object.</summary>
    public static string FieldOf(JsonMemberModel member, string target) => $"{FieldOf(member)}({(member.Field!.IsOfStruct ? "ref " : "")}{target})";

    /// <summary>The statement that tells an object something, if it wants to know.</summary>
    public static void WriteCallback(SourceWriter writer, JsonObjectModel model, JsonCallbacks callback, string target)
    {
        if ((model.Callbacks & callback) != 0)
        {
            writer.Line(model.IsReference
                ? $"((global::System.Text.Json.Serialization.IJson{callback}){target}).{callback}();"
                : $"global::Cqrs.Gen.JsonCallbacks.{callback}(ref {target});");
        }
    }

    private static void WriteObject(SourceWriter writer, JsonObjectModel model)
    {
        writer.Line("/// <summary>Writes a value as a JSON object.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} value)");
        if (model.IsReference)
        {
            writer.Open("if (value is null)").Line($"throw {Objects}.Null();").Close().Line();
        }

        writer.Line("output.Begin(\"{\"u8);")
            .Line("WriteMembers(output, value);")
            .Line("output.End(\"}\"u8);")
            .Close();
    }

    private static void WriteMembers(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Writes the members of a value into a JSON object that has begun.</summary>")
            .Open($"internal static void WriteMembers({JsonTypeEmitter.Output}, {model.Type} value)");
        if (model.IsOpen)
        {
            writer.Open($"if (value.GetType() != typeof({model.Type}))")
                .Line($"throw {Objects}.Derived(typeof({model.Type}), value.GetType());")
                .Close()
                .Line();
        }

        WriteCallback(writer, model, JsonCallbacks.OnSerializing, "value");
        bool isFirst = true;
        foreach (JsonMemberModel member in model.Members)
        {
            if (member.Omission != JsonOmission.Always)
            {
                WriteMember(writer, member, module, isFirst);
                isFirst &= member.Omission != JsonOmission.Never;
            }
        }

        if (model.Extension is { } extension)
        {
            string names = string.Concat(model.Members.Select(static m => m.JsonName).Append(model.Discriminator).Select(static name => ", " + Literal.Of(name)));
            writer.Open($"if (value.{extension.Name} is {{ }} {extension.Local})")
                .Line($"global::Cqrs.Gen.JsonExtensions.Write(output, {extension.Local}{names});")
                .Close();
        }

        WriteCallback(writer, model, JsonCallbacks.OnSerialized, "value");

        writer.Close();
    }

    private static void WriteMember(SourceWriter writer, JsonMemberModel member, ModuleModel module, bool isFirst)
    {
        string expression = ValueOf(member, "value");
        string name = JsonText.Quoted(member.JsonName) + ":";

        // Only the first member may have nothing before it.
        string start = isFirst ? $"output.Member({JsonText.Literal(name)});" : $"output.Append({JsonText.Literal("," + name)});";
        switch (member.Omission)
        {
            case JsonOmission.WhenNull:
                writer.Open($"if ({expression} is {{ }} {member.Local})").Line(start);
                JsonValueEmitter.Write(writer, member.Value with { AcceptsNull = false }, module, member.Local, member.Local);
                writer.Close();
                break;
            case JsonOmission.WhenDefault:
                writer.Open($"if (!global::System.Collections.Generic.EqualityComparer<{member.Value.Type}>.Default.Equals({expression}, default))").Line(start);
                JsonValueEmitter.Write(writer, member.Value, module, expression, member.Local);
                writer.Close();
                break;
            default:
                writer.Line(start);
                JsonValueEmitter.Write(writer, member.Value, module, expression, member.Local);
                break;
        }
    }
}
