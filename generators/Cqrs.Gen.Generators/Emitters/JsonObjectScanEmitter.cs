using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the part of an object's converter that predicts its bytes: the members in order, of which some may have been left out.</summary>
internal static class JsonObjectScanEmitter
{
    public static void Write(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        JsonMemberModel[] written = model.Members.Where(static m => m.Omission != JsonOmission.Always).ToArray();
        JsonScanEmitter.Open(writer, model.Type);
        if (model.IsCase)
        {
            WriteBraces(writer, model);
        }
        else if (written.Length == 0)
        {
            JsonScanEmitter.Demand(writer, "scanner.Skip(\"{}\"u8)");
        }

        WriteMembers(writer, written, module, isBegun: model.IsCase);
        if (written.Length > 0 || model.IsCase)
        {
            JsonScanEmitter.Demand(writer, "scanner.End(\"}\"u8)");
        }

        WriteUnwritten(writer, model);
        if (model.MayRefuse)
        {
            writer.Open("try");
        }

        JsonObjectReadEmitter.WriteResult(writer, model, "value = ", static m => m.Omission != JsonOmission.Always, isPresent: null);
        writer.Line("return true;");
        if (model.MayRefuse)
        {
            writer.Close().Open("catch (global::System.ArgumentException)").Line("return false; // the general reader says where").Close();
        }

        writer.Close();
    }

    // A hierarchy has taken the brace and its discriminator already.
    private static void WriteBraces(SourceWriter writer, JsonObjectModel model) => writer
        .Line("return scanner.Begin(\"{\"u8) && ScanMembers(ref scanner, out value);")
        .Close()
        .Line()
        .Line("/// <summary>Reads the members of an object that has begun, whose bytes are as they are written here.</summary>")
        .Open($"internal static bool ScanMembers(ref global::Cqrs.Gen.PayloadScanner scanner, out {model.Type} value)")
        .Line("value = default!;");

    private static void WriteMembers(SourceWriter writer, JsonMemberModel[] members, ModuleModel module, bool isBegun)
    {
        bool hasBefore = false;
        foreach (JsonMemberModel member in members)
        {
            string name = JsonText.Quoted(member.JsonName) + ":";
            if (!isBegun && member.Omission == JsonOmission.Never)
            {
                JsonScanEmitter.WriteValue(writer, member.Value, module, $"scanner.Begin({JsonText.Literal("{" + name)})", member.Local);
                isBegun = hasBefore = true;
                continue;
            }

            if (!isBegun)
            {
                JsonScanEmitter.Demand(writer, "scanner.Begin(\"{\"u8)");
                isBegun = true;
            }

            string prefix = hasBefore ? $"scanner.Skip({JsonText.Literal("," + name)})" : $"scanner.Member({JsonText.Literal(name)})";
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
