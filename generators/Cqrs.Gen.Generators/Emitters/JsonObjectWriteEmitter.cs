using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the half of an object's converter that writes JSON, and what both halves need to reach its fields.</summary>
internal static class JsonObjectWriteEmitter
{
    private const string Objects = "global::Cqrs.Gen.JsonObjects";

    public static void Write(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        WriteObject(writer, model, module);
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

    private static void WriteObject(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Writes a value as a JSON object, or what follows the discriminator of one that has begun.</summary>")
            .Open($"internal static void Write({JsonTypeEmitter.Output}, {model.Type} value, bool discriminated = false)");
        if (model.IsReference)
        {
            writer.Open("if (value is null)").Line($"throw {Objects}.Null();").Close().Line();
        }

        JsonMemberModel[] written = model.Members.Where(static m => m.Omission != JsonOmission.Always).ToArray();

        // What is refused or changed before the first member stands at the object, not at the member.
        bool isFirstCertain = written is [{ Omission: JsonOmission.Never }, ..] && !model.IsOpen && (model.Callbacks & JsonCallbacks.OnSerializing) == 0;
        WriteBegin(writer, isFirstCertain ? JsonText.Quoted(written[0].JsonName) + ":" : null);
        if (model.IsOpen)
        {
            writer.Open($"if (value.GetType() != typeof({model.Type}))")
                .Line($"throw {Objects}.Derived(typeof({model.Type}), value.GetType());")
                .Close()
                .Line();
        }

        WriteCallback(writer, model, JsonCallbacks.OnSerializing, "value");
        bool isFirst = true;
        foreach (JsonMemberModel member in written)
        {
            bool hasBegun = isFirst && isFirstCertain;
            WriteMember(writer, member, module, hasBegun ? null : StartOf(member, isFirst));
            isFirst &= member.Omission != JsonOmission.Never;
        }

        if (model.Extension is { } extension)
        {
            string names = string.Concat(model.Members.Select(static m => m.JsonName).Append(model.Discriminator).Select(static name => ", " + Literal.Of(name)));
            writer.Open($"if (value.{extension.Name} is {{ }} {extension.Local})")
                .Line($"global::Cqrs.Gen.JsonExtensions.Write(output, {extension.Local}{names});")
                .Close();
        }

        writer.Line("output.End(\"}\"u8);");
        WriteCallback(writer, model, JsonCallbacks.OnSerialized, "value");
        writer.Close();
    }

    // With the brace goes the name of the first member, if it is certain to be written.
    private static void WriteBegin(SourceWriter writer, string? name)
    {
        writer.Open("if (!discriminated)").Line($"output.Begin({JsonText.Literal("{" + name)});").Close();
        if (name is not null)
        {
            writer.Open("else").Line($"output.Append({JsonText.Literal("," + name)});").Close();
        }

        writer.Line();
    }

    // Only the first member may have nothing before it.
    private static string StartOf(JsonMemberModel member, bool isFirst)
    {
        string name = JsonText.Quoted(member.JsonName) + ":";
        return isFirst ? $"output.Member({JsonText.Literal(name)});" : $"output.Append({JsonText.Literal("," + name)});";
    }

    private static void WriteMember(SourceWriter writer, JsonMemberModel member, ModuleModel module, string? start)
    {
        string expression = ValueOf(member, "value");
        switch (member.Omission)
        {
            case JsonOmission.WhenNull:
                writer.Open($"if ({expression} is {{ }} {member.Local})").Line(start!);
                JsonValueEmitter.Write(writer, member.Value with { AcceptsNull = false }, module, member.Local, member.Local);
                writer.Close();
                break;
            case JsonOmission.WhenDefault:
                writer.Open($"if (!global::System.Collections.Generic.EqualityComparer<{member.Value.Type}>.Default.Equals({expression}, default))").Line(start!);
                JsonValueEmitter.Write(writer, member.Value, module, expression, member.Local);
                writer.Close();
                break;
            default:
                if (start is not null)
                {
                    writer.Line(start);
                }

                JsonValueEmitter.Write(writer, member.Value, module, expression, member.Local);
                break;
        }
    }
}
