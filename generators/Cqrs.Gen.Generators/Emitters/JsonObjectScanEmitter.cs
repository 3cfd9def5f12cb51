using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the part of an object's converter that predicts its bytes: the members in order, of which some may have been left out.</summary>
internal static class JsonObjectScanEmitter
{
    public static void Write(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        JsonMemberModel[] written = model.Members.Where(static m => m.Omission != JsonOmission.Always).ToArray();
        JsonScanEmitter.Open(writer, model.Type, more: model.IsCase ? ", bool discriminated = false" : "");
        if (written.Length == 0 && !model.IsCase)
        {
            JsonScanEmitter.Demand(writer, "scanner.Skip(\"{}\"u8)");
        }
        else
        {
            WriteMembers(writer, written, module, model.IsCase);
            JsonScanEmitter.Demand(writer, "scanner.End(\"}\"u8)");
        }

        WriteUnwritten(writer, model);
        JsonObjectReadEmitter.WriteResult(writer, model, "value = ", static m => m.Omission != JsonOmission.Always, isPresent: null);
        writer.Line("return true;").Close();
    }

    private static void WriteMembers(SourceWriter writer, JsonMemberModel[] members, ModuleModel module, bool isCase)
    {
        bool isFirstCertain = members is [{ Omission: JsonOmission.Never }, ..];
        if (!isFirstCertain)
        {
            JsonScanEmitter.Demand(writer, BeginOf("", isCase));
        }

        bool hasBefore = false;
        foreach (JsonMemberModel member in members)
        {
            string name = JsonText.Quoted(member.JsonName) + ":";
            string prefix = hasBefore ? $"scanner.Skip({JsonText.Literal("," + name)})"
                : isFirstCertain ? BeginOf(name, isCase)
                : $"scanner.Member({JsonText.Literal(name)})";
            if (member.Omission == JsonOmission.Never)
            {
                JsonScanEmitter.WriteValue(writer, member.Value, module, prefix, member.Local);
                hasBefore = true;
            }
            else
            {
                WriteOmittable(writer, member, module, prefix);
            }
        }
    }

    // A hierarchy has taken the brace and its discriminator already.
    private static string BeginOf(string name, bool isCase)
    {
        string begin = $"scanner.Begin({JsonText.Literal("{" + name)})";
        return !isCase ? begin
            : name.Length == 0 ? $"(discriminated || {begin})"
            : $"(discriminated ? scanner.Skip({JsonText.Literal("," + name)}) : {begin})";
    }

    private static void WriteOmittable(SourceWriter writer, JsonMemberModel member, ModuleModel module, string prefix)
    {
        string present = "present_" + member.Local.TrimStart('@');
        writer.Line($"{member.Value.Type} {member.Local} = default;").Open($"if ({prefix})");
        JsonScanEmitter.Demand(writer, JsonScanEmitter.ReadOf(member.Value, module, present));
        writer.Line($"{member.Local} = {present};").Close().Line();
    }

    // What is never written is not there: an argument of the constructor needs a value all the same.
    private static void WriteUnwritten(SourceWriter writer, JsonObjectModel model)
    {
        if (model.Extension is { } extension)
        {
            JsonObjectReadEmitter.WriteExtension(writer, extension);
        }

        foreach (JsonMemberModel member in model.Members)
        {
            if (member is { Omission: JsonOmission.Always, Set: JsonMemberSet.Argument or JsonMemberSet.ArgumentAndInitializer })
            {
                writer.Line($"{member.Value.Type} {member.Local} = {JsonObjectReadEmitter.InitialOf(member)};");
            }
        }
    }
}
