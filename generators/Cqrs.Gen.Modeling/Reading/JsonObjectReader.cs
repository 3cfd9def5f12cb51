using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads a class, struct or record as others see it: its public members, as System.Text.Json takes them.</summary>
internal static class JsonObjectReader
{
    /// <param name="type">The type.</param>
    /// <param name="reader">Reads the types of its members.</param>
    /// <param name="isDocument">
    /// True for a query, which keeps its setters to itself: others read what it shows, and nothing is stored in this form.
    /// </param>
    public static JsonTypeModel Read(INamedTypeSymbol type, JsonShapeReader reader, bool isDocument = false)
    {
        if (JsonConstructorReader.Choose(type, reader.Assembly) is not { } constructor)
        {
            const string reason = "there is no constructor to make it by, or no way to tell which: mark one with [JsonConstructor]";
            reader.Report(type, type, reason);
            return JsonTypeReader.Unsupported(type, reason);
        }

        JsonObjectBuilder builder = new(type, constructor, takesMembers: true, reader);
        JsonDefaults defaults = reader.DefaultsOf(type);
        if (!isDocument)
        {
            JsonLostStateReader.Report(type, builder, m => IsIncluded(m, defaults));
        }

        foreach (ISymbol member in JsonMemberReader.MembersOf(type).Where(m => IsIncluded(m, defaults)).OrderBy(JsonAttributes.OrderOf))
        {
            if (!builder.AddExtension(member) && !builder.AddIgnored(member, JsonAttributes.IgnoreOf(member, defaults)))
            {
                Add(member, builder, reader.Assembly, isDocument);
            }
        }

        return builder.Build(isOpen: type is { IsReferenceType: true, IsSealed: false });
    }

    private static bool IsIncluded(ISymbol member, JsonDefaults defaults) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: true } => false,
        _ when member.FindJsonAttribute("JsonIncludeAttribute") is not null => true,
        IFieldSymbol => defaults.IncludesFields && member.DeclaredAccessibility == Accessibility.Public,
        _ => member is IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public, DeclaredAccessibility: Accessibility.Public },
    };

    private static void Add(ISymbol member, JsonObjectBuilder builder, IAssemblySymbol assembly, bool isDocument)
    {
        ISymbol? getter = member is IPropertySymbol property ? property.GetMethod : member;
        if (getter is null || !JsonMemberReader.IsVisible(getter, assembly))
        {
            builder.Refuse(member, "[JsonInclude] on a member that is private is not supported yet: make it internal or public");
        }
        else if (builder.ParameterFor(member) is { } parameter)
        {
            builder.AddArgument(member, parameter);
        }
        else if (CanSet(member, assembly))
        {
            builder.Add(member, JsonMemberSet.Initializer);
        }
        else if (member is IPropertySymbol computed && IsComputed(computed))
        {
            builder.Add(member, JsonMemberSet.Never);
        }
        else if ((isDocument || member.FindJsonAttribute("JsonIncludeAttribute") is not null) && FieldOf(member) is { } field)
        {
            builder.Add(member, JsonMemberSet.Field, field);
        }
        else if (isDocument)
        {
            builder.Add(member, JsonMemberSet.Never);
        }
        else
        {
            builder.Refuse(
                member,
                "it would be written but could not be read back: give it an init accessor or a constructor parameter of its name and type, or mark it with [JsonIgnore]");
        }
    }

    private static bool CanSet(ISymbol member, IAssemblySymbol assembly) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility == Accessibility.Public
            || (member.FindJsonAttribute("JsonIncludeAttribute") is not null && JsonMemberReader.IsVisible(setter, assembly)),
        _ => false,
    };

    private static bool IsComputed(IPropertySymbol property) =>
        property.SetMethod is null
        && JsonMemberReader.BackingFieldOf(property) is null
        && !property.GetMethod!.GetAttributes().Any(static a => a.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static JsonFieldModel? FieldOf(ISymbol member)
    {
        IFieldSymbol? field = member is IPropertySymbol property
            ? JsonMemberReader.IsPlain(property) ? JsonMemberReader.BackingFieldOf(property) : null
            : (IFieldSymbol)member;
        return field is null || field.ContainingType.IsGenericType || field.ContainingType.IsValueType
            ? null
            : new(field.ContainingType.FullName(), field.MetadataName, ReadsToo: false);
    }
}
