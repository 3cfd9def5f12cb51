using System.Globalization;
using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the description of an object for System.Text.Json: how it is made, and each member.</summary>
internal static class TypeInfoObjectEmitter
{
    public static void Write(SourceWriter writer, JsonObjectModel model)
    {
        JsonMemberModel[] parameters = ParametersOf(model);
        writer.Open($"?? {TypeInfoEmitter.TypeInfos}.ObjectOf<{model.Type}>(options, isOpen: {Of(model.IsOpen)}, skipsUnknown: {Of(model.SkipsUnknown || model.Extension is not null)}, new()");
        if (model.Numbers != JsonNumbers.Strict)
        {
            writer.Line($"NumberHandling = {JsonNumbersText.Of(model.Numbers)},");
        }

        if (parameters.Length == 0)
        {
            writer.Line($"ObjectCreator = static () => {Creation(model, parameters)},");
        }
        else
        {
            writer.Line($"ObjectWithParameterizedConstructorCreator = static arguments => {Creation(model, parameters)},");
            WriteParameters(writer, model, parameters);
        }

        writer.Line("PropertyMetadataInitializer = _ =>").Line("[").Indent();
        foreach (JsonMemberModel member in model.Members)
        {
            WriteMember(writer, model, member, parameters);
        }

        if (model.Extension is { } extension)
        {
            WriteExtension(writer, model, extension);
        }

        writer.Outdent().Line("],").Close(");").Outdent();
        foreach (JsonMemberModel member in model.Members)
        {
            WriteAccessor(writer, model, member);
        }

        if (model.HiddenParameters is { } types)
        {
            writer.Line()
                .Line("[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Constructor)]")
                .Line($"private static extern {model.Type} Make({string.Join(", ", types.Select(static (type, i) => $"{type} argument{Number(i)}"))});");
        }
    }

    // Members that can be given only while the object is made: the constructor's, and those of which no accessor reaches the setter.
    private static JsonMemberModel[] ParametersOf(JsonObjectModel model) =>
    [
        .. model.Arguments.Select(argument => model.Members.FirstOrDefault(m => m.Local == argument)).Where(static m => m is not null).Select(static m => m!),
        .. model.Members.Where(static m => m is { Set: JsonMemberSet.Initializer, InitOnly.HasAccessor: false }),
    ];

    private static string Creation(JsonObjectModel model, JsonMemberModel[] parameters)
    {
        string arguments = string.Join(", ", model.Arguments.Select(a => Array.FindIndex(parameters, m => m.Local == a) is >= 0 and int at ? Argument(parameters[at], at) : a));
        if (model.HiddenParameters is not null)
        {
            return $"Make({arguments})";
        }

        IEnumerable<string> members = model.Members
            .Where(static m => m.Set == JsonMemberSet.ArgumentAndInitializer || (m.Set == JsonMemberSet.Initializer && (m.IsMandatory || m.InitOnly is { HasAccessor: false })))
            .Select(m => $"{m.Name} = {(Array.IndexOf(parameters, m) is >= 0 and int at ? Argument(m, at) : "default!")}")
            .Concat(model.Unset.Select(static name => name + " = default!"));
        string initializer = string.Join(", ", members);
        return $"new {model.Type}({arguments})" + (initializer.Length == 0 ? "" : $" {{ {initializer} }}");
    }

    private static string Argument(JsonMemberModel member, int index) => $"({member.Value.Type})arguments[{Number(index)}]";

    private static void WriteParameters(SourceWriter writer, JsonObjectModel model, JsonMemberModel[] parameters)
    {
        writer.Line("ConstructorParameterMetadataInitializer = static () =>").Line("[").Indent();
        for (int i = 0; i < parameters.Length; i++)
        {
            JsonMemberModel member = parameters[i];
            bool isInitializer = member.Set == JsonMemberSet.Initializer;
            string rest = (member.Value.AcceptsNull ? ", IsNullable = true" : "")
                + (isInitializer ? ", IsMemberInitializer = true" : "")
                + (member.IsMandatory || isInitializer ? "" : ", HasDefaultValue = true")
                + (DefaultOf(member) is { } value ? $", DefaultValue = {value}" : "");
            writer.Line($"new() {{ Name = {NameOf(member)}, ParameterType = typeof({member.Value.RuntimeType}), Position = {Number(i)}{rest} }},");
        }

        writer.Outdent().Line("],");
    }

    // The default of a value type is a value too: whoever describes the parameter to others writes it down.
    private static string? DefaultOf(JsonMemberModel member) =>
        member.Default is { } value ? $"({member.Value.Type})({value})"
        : member is { IsMandatory: false, Set: not JsonMemberSet.Initializer, Value: { IsReference: false, AcceptsNull: false } } ? $"default({member.Value.Type})"
        : null;

    private static void WriteMember(SourceWriter writer, JsonObjectModel model, JsonMemberModel member, JsonMemberModel[] parameters)
    {
        bool isParameter = parameters.Contains(member);
        bool isRequired = member.IsMandatory || (isParameter && member.Set == JsonMemberSet.Initializer);
        string target = $"(({model.Type})target)";
        writer.Open($"{TypeInfoEmitter.TypeInfos}.Property<{member.Value.Type}>(options, isRequired: {Of(isRequired)}, acceptsNull: {Of(member.Value.AcceptsNull)}, new()")
            .Line("IsProperty = true,")
            .Line("IsPublic = true,")
            .Line($"DeclaringType = typeof({model.Converter.RuntimeType}),")
            .Line($"PropertyName = {NameOf(member)},")
            .Line($"JsonPropertyName = {Literal.Of(member.JsonName)},");
        if (member.OwnConverter != JsonOwnConverter.None)
        {
            writer.Line($"Converter = {ConverterOf(member)},");
        }

        if (member.Value.Numbers is { } numbers && numbers != model.Numbers)
        {
            writer.Line($"NumberHandling = {JsonNumbersText.Of(numbers)},");
        }

        if (member.Omission is JsonOmission.WhenNull or JsonOmission.WhenDefault)
        {
            writer.Line($"IgnoreCondition = global::System.Text.Json.Serialization.JsonIgnoreCondition.{(member.Omission == JsonOmission.WhenNull ? "WhenWritingNull" : "WhenWritingDefault")},");
        }

        if (member.Omission != JsonOmission.Always)
        {
            writer.Line($"Getter = static target => {(member.Field is { ReadsToo: true } ? FieldOf(model, member) : $"{target}.{member.Name}")},");
        }

        if (member.Set != JsonMemberSet.Never)
        {
            string setter = isParameter ? $"{TypeInfoEmitter.TypeInfos}.SetWhenMade" : $"static (target, value) => {Assignment(model, member)}";
            writer.Line($"Setter = {setter},");
        }

        writer.Close("),");
    }

    private static void WriteExtension(SourceWriter writer, JsonObjectModel model, JsonExtensionModel extension) => writer
        .Open($"{TypeInfoEmitter.Services}.CreatePropertyInfo<{extension.Type}>(options, new()")
        .Line("IsProperty = true,")
        .Line("IsPublic = true,")
        .Line("IsExtensionData = true,")
        .Line($"DeclaringType = typeof({model.Converter.RuntimeType}),")
        .Line($"PropertyName = {Literal.Of(extension.Name.TrimStart('@'))},")
        .Line($"Getter = static target => (({model.Type})target).{extension.Name},")
        .Line(model.IsReference
            ? $"Setter = static (target, value) => (({model.Type})target).{extension.Name} = value!,"
            : $"Setter = static (target, value) => global::System.Runtime.CompilerServices.Unsafe.Unbox<{model.Type}>(target).{extension.Name} = value!,")
        .Close("),");

    private static string ConverterOf(JsonMemberModel member)
    {
        JsonConverterModel own = member.Value.Converter!;
        bool isEnum = member.OwnConverter is JsonOwnConverter.EnumName or JsonOwnConverter.EnumNameOrNumber or JsonOwnConverter.EnumNumber;
        string converter = isEnum ? $"{TypeInfoEmitter.TypeInfos}.{member.OwnConverter}Converter<{own.RuntimeType}>(options)" : $"{own.Group}.{own.Name}.Converter";
        return member.OwnConverter == JsonOwnConverter.OfUnderlying || (isEnum && member.Value.AcceptsNull)
            ? $"{TypeInfoEmitter.TypeInfos}.NullableConverter(options, {converter})"
            : converter;
    }

    private static string Assignment(JsonObjectModel model, JsonMemberModel member)
    {
        if (member.Set == JsonMemberSet.Initializer && member.InitOnly is not null)
        {
            return $"{AccessorOf(member)}({(model.IsReference ? "" : "ref ")}{TargetOf(model)}, value!)";
        }

        string target = member.Set == JsonMemberSet.Field ? FieldOf(model, member) : (model.IsReference ? $"({TargetOf(model)})" : TargetOf(model)) + "." + member.Name;
        string value = member.Population is { } add ? $"{add}({target}, value!)" : "value!";
        return member.Set == JsonMemberSet.Population ? $"global::Cqrs.Gen.JsonPopulation.Keep({target}, {value})" : $"{target} = {value}";
    }

    private static string FieldOf(JsonObjectModel model, JsonMemberModel member) => $"{AccessorOf(member)}({(model.IsReference ? "" : "ref ")}{TargetOf(model)})";

    private static string TargetOf(JsonObjectModel model) =>
        model.IsReference ? $"({model.Type})target" : $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{model.Type}>(target)";

    private static void WriteAccessor(SourceWriter writer, JsonObjectModel model, JsonMemberModel member)
    {
        if (member.Field is { } field)
        {
            WriteAttribute("Field", field.Name);
            writer.Line($"private static extern ref {member.Value.Type} {AccessorOf(member)}({(field.IsOfStruct ? "ref " : "")}{field.Type} target);");
        }
        else if (member is { Set: JsonMemberSet.Initializer, InitOnly: { HasAccessor: true } property })
        {
            WriteAttribute("Method", "set_" + member.Name.TrimStart('@'));
            writer.Line($"private static extern void {AccessorOf(member)}({(model.IsReference ? "" : "ref ")}{property.Type} target, {member.Value.Type} value);");
        }

        void WriteAttribute(string kind, string name) => writer
            .Line()
            .Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {Literal.Of(name)})]");
    }

    // By this name System.Text.Json finds the property that a parameter gives its value to.
    private static string NameOf(JsonMemberModel member) => Literal.Of(member.Name.TrimStart('@'));

    private static string AccessorOf(JsonMemberModel member) => "Set_" + member.Local.TrimStart('@');

    private static string Of(bool value) => value ? "true" : "false";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
