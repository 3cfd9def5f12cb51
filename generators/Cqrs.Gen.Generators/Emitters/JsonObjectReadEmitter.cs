using System.Globalization;
using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the half of an object's converter that reads JSON: a variable for each member, a bit for each member seen, then the object.</summary>
internal static class JsonObjectReadEmitter
{
    private const string Objects = "global::Cqrs.Gen.JsonObjects";

    // The highest bit of the first word is the discriminator's.
    private const int BitsPerWord = 63;

    public static void Write(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        writer.Line("/// <summary>Reads a value from a JSON object.</summary>")
            .Open($"internal static {model.Type} Read({JsonTypeEmitter.JsonReader}, bool discriminated = false)")
            .Line($"{Objects}.ReadStart(ref reader);");
        WriteVariables(writer, model);
        writer.Open($"while ({Objects}.ReadName(ref reader))");
        WriteBranches(writer, model, module);
        writer.Close().Line();
        WriteMandatory(writer, model);
        WriteOptional(writer, model);
        WriteResult(writer, model, "return ", static _ => true, IsPresent);
        writer.Close();
        if (model.HiddenParameters is { } parameters)
        {
            writer.Line()
                .Line("[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Constructor)]")
                .Line($"private static extern {model.Type} Create({string.Join(", ", parameters.Select(static (type, i) => $"{type} argument{i}"))});");
        }
    }

    /// <summary>The value of a member's variable before it is read. What is left out only when it is null or the type's default is that.</summary>
    public static string InitialOf(JsonMemberModel member) =>
        member is { Default: { } given, Omission: JsonOmission.Never or JsonOmission.Always } ? given
        : member.Value is { IsReference: true, AcceptsNull: false } ? "default!"
        : "default";

    private static void WriteVariables(SourceWriter writer, JsonObjectModel model)
    {
        foreach (JsonMemberModel member in model.Members.Where(IsRead))
        {
            writer.Line($"{member.Value.Type} {member.Local} = {InitialOf(member)};");
        }

        if (model.Extension is { } extension)
        {
            WriteExtension(writer, extension);
        }

        for (int word = 0; word <= (Math.Max(model.Members.Count, 1) - 1) / BitsPerWord; word++)
        {
            writer.Line($"ulong {Seen(word * BitsPerWord)} = 0;");
        }
    }

    public static void WriteExtension(SourceWriter writer, JsonExtensionModel extension) =>
        writer.Line($"global::System.Collections.Generic.Dictionary<string, global::System.Text.Json.JsonElement>? {extension.Local} = null;");

    private static void WriteBranches(SourceWriter writer, JsonObjectModel model, ModuleModel module)
    {
        for (int i = 0; i < model.Members.Count; i++)
        {
            JsonMemberModel member = model.Members[i];
            string place = $"ref reader, ref {Seen(i)}, {Bit(i)}";
            writer.Open($"{(i == 0 ? "if" : "else if")} (reader.ValueTextEquals({Literal.Of(member.JsonName)}u8))");
            if (IsRead(member))
            {
                writer.Line($"{Objects}.ReadValue({place});")
                    .Line($"{member.Local} = {JsonValueEmitter.Read(member.Value, module)};");
            }
            else
            {
                writer.Line($"{Objects}.SkipValue({place});");
            }

            writer.Close();
        }

        string name = model.Discriminator == "$type" ? "" : ", " + JsonText.Literal(model.Discriminator);
        string unknown = model.Extension is { } extension
            ? $"global::Cqrs.Gen.JsonExtensions.Read(ref reader, ref seen, discriminated, {JsonText.Literal(model.Discriminator)}, ref {extension.Local});"
            : $"{Objects}.{(model.SkipsUnknown ? "SkipUnmapped" : "SkipUnknown")}(ref reader, ref seen, discriminated{name});";
        if (model.Members.Count == 0)
        {
            writer.Line(unknown);
        }
        else
        {
            writer.Open("else").Line(unknown).Close();
        }
    }

    private static void WriteMandatory(SourceWriter writer, JsonObjectModel model)
    {
        for (int first = 0; first < model.Members.Count; first += BitsPerWord)
        {
            JsonMemberModel[] word = model.Members.Skip(first).Take(BitsPerWord).ToArray();
            ulong mask = MaskOf(word, static m => m.IsMandatory);
            if (mask != 0)
            {
                string names = string.Join(", ", word.Select(static m => Literal.Of(m.JsonName)));
                writer.Open($"if (({Seen(first)} & {Hex(mask)}) != {Hex(mask)})")
                    .Line($"throw {Objects}.Missing(ref reader, ~{Seen(first)} & {Hex(mask)}, {names});")
                    .Close()
                    .Line();
            }
        }
    }

    private static void WriteOptional(SourceWriter writer, JsonObjectModel model)
    {
        (JsonMemberModel Member, int Index)[] optional = model.Members
            .Select(static (member, index) => (member, index))
            .Where(static m => m.member is { IsOptional: true, IsSetLater: false })
            .ToArray();
        if (optional.Length == 0)
        {
            return;
        }

        IEnumerable<string> present = optional.GroupBy(static m => m.Index / BitsPerWord).Select(static g =>
        {
            string mask = Hex(g.Aggregate(0UL, static (bits, m) => bits | (1UL << (m.Index % BitsPerWord))));
            return $"({Seen(g.First().Index)} & {mask}) != {mask}";
        });
        writer.Open($"if ({string.Join(" || ", present)})")
            .Line("// What is absent keeps the value that the constructor gives it.")
            .Line($"{model.Type} initial = {Creation(model, static m => m.IsMandatory)};");
        foreach ((JsonMemberModel member, int index) in optional)
        {
            writer.Open($"if (({Seen(index)} & ({Bit(index)})) == 0)").Line($"{member.Local} = {JsonObjectWriteEmitter.ValueOf(member, "initial")};").Close();
        }

        writer.Close().Line();
    }

    /// <summary>Writes the statements that make the object from the members' variables and hand it on.</summary>
    /// <param name="handOn"><c>return</c>, or the start of an assignment.</param>
    /// <param name="isSet">Whether a member that the constructor does not need is given the value of its variable.</param>
    /// <param name="isPresent">The condition under which a member that may be missing was there; null if it always was.</param>
    public static void WriteResult(SourceWriter writer, JsonObjectModel model, string handOn, Func<JsonMemberModel, bool> isSet, Func<int, string>? isPresent)
    {
        string creation = Creation(model, isSet);
        if (!model.Members.Any(m => m.IsSetLater && isSet(m)) && !IsMadeInSteps(model))
        {
            writer.Line($"{handOn}{creation};");
            return;
        }

        writer.Line($"{model.Type} result = {creation};");
        JsonObjectWriteEmitter.WriteCallback(writer, model, JsonCallbacks.OnDeserializing, "result");
        for (int i = 0; i < model.Members.Count; i++)
        {
            if (model.Members[i] is not { IsSetLater: true } member || !isSet(member))
            {
                continue;
            }

            if (member.IsOptional && isPresent is not null)
            {
                writer.Open($"if ({isPresent(i)})").Line(Assignment(member)).Close().Line();
            }
            else
            {
                writer.Line(Assignment(member));
            }
        }

        if (model is { HiddenParameters: not null, Extension: { } extension })
        {
            writer.Line($"result.{extension.Name} = {ValueOf(extension)};");
        }

        JsonObjectWriteEmitter.WriteCallback(writer, model, JsonCallbacks.OnDeserialized, "result");
        writer.Line($"{handOn}result;");
    }

    /// <summary>The condition under which a member was in the object.</summary>
    public static string IsPresent(int index) => $"({Seen(index)} & ({Bit(index)})) != 0";

    private static bool IsMadeInSteps(JsonObjectModel model) =>
        (model.Callbacks & (JsonCallbacks.OnDeserializing | JsonCallbacks.OnDeserialized)) != 0 || model is { HiddenParameters: not null, Extension: not null };

    private static string Assignment(JsonMemberModel member)
    {
        string target = member.Set == JsonMemberSet.Field ? JsonObjectWriteEmitter.FieldOf(member, "result") : "result." + member.Name;
        string value = member.Population is { } add ? $"{add}({target}, {member.Local})"
            : member.KeepsComparer ? $"global::Cqrs.Gen.JsonArrays.WithComparerOf({target}, {member.Local})"
            : member.Local;
        return member.Set == JsonMemberSet.Population ? $"global::Cqrs.Gen.JsonPopulation.Keep({target}, {value});" : $"{target} = {value};";
    }

    private static string Creation(JsonObjectModel model, Func<JsonMemberModel, bool> isSet)
    {
        string arguments = string.Join(", ", model.Arguments);
        if (model.HiddenParameters is not null)
        {
            return $"Create({arguments})";
        }

        IEnumerable<string> members = model.Members
            .Where(m => m.Set == JsonMemberSet.ArgumentAndInitializer || (m.Set == JsonMemberSet.Initializer && isSet(m)))
            .Select(static m => $"{m.Name} = {m.Local}")
            .Concat(model.Extension is { } extension ? [$"{extension.Name} = {ValueOf(extension)}"] : [])
            .Concat(model.Unset.Select(static name => name + " = default!"));
        string initializer = string.Join(", ", members);
        return $"new {model.Type}({arguments})" + (initializer.Length == 0 ? "" : $" {{ {initializer} }}");
    }

    private static string ValueOf(JsonExtensionModel extension) => extension.Local + (extension.AcceptsNull ? "" : " ?? new()");

    private static bool IsRead(JsonMemberModel member) => member.Set != JsonMemberSet.Never;

    private static string Seen(int index) => index < BitsPerWord ? "seen" : "seen" + (index / BitsPerWord).ToString(CultureInfo.InvariantCulture);

    private static string Bit(int index) => $"1UL << {(index % BitsPerWord).ToString(CultureInfo.InvariantCulture)}";

    private static string Hex(ulong mask) => $"0x{mask.ToString("X", CultureInfo.InvariantCulture)}UL";

    private static ulong MaskOf(JsonMemberModel[] word, Func<JsonMemberModel, bool> isIn)
    {
        ulong mask = 0;
        for (int i = 0; i < word.Length; i++)
        {
            mask |= isIn(word[i]) ? 1UL << i : 0;
        }

        return mask;
    }
}
