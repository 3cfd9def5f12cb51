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

        bool isHidden = !JsonMemberReader.IsVisible(constructor, reader.Assembly);
        if (isHidden && (JsonMemberReader.IsOfGeneric(type) || constructor.Parameters.Any(static p => p.RefKind != RefKind.None)))
        {
            const string reason = "the constructor that is marked with [JsonConstructor] cannot be reached, as the type is generic or a parameter is a reference: make it internal or public";
            reader.Report(type, type, reason);
            return JsonTypeReader.Unsupported(type, reason);
        }

        JsonObjectBuilder builder = new(type, constructor, takesMembers: true, reader, isHidden);
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
        JsonFieldModel? hidden = getter is null || !JsonMemberReader.IsVisible(getter, assembly) ? FieldOf(member, readsToo: true) : null;
        if (getter is null || (hidden is null && !JsonMemberReader.IsVisible(getter, assembly)))
        {
            builder.Refuse(member, "[JsonInclude] on a private member reaches its field, but its type is generic, or it has code of its own: make it internal or public");
        }
        else if (builder.ParameterFor(member) is { } parameter)
        {
            builder.AddArgument(member, parameter, hidden);
        }
        else if (hidden is not null)
        {
            builder.Add(member, JsonMemberSet.Field, hidden);
        }
        else if (builder.IsAddedTo(member))
        {
            builder.Add(member, CanSet(member, assembly) && !JsonMemberReader.IsInitOnly(member) ? JsonMemberSet.Assignment : JsonMemberSet.Population);
        }
        else if (builder.NeedsField(member))
        {
            AddByField(member, builder);
        }
        else if (CanSet(member, assembly))
        {
            builder.Add(member, JsonMemberSet.Initializer);
        }
        else if (member is IPropertySymbol computed && IsComputed(computed))
        {
            builder.Add(member, JsonMemberSet.Never);
        }
        else if ((isDocument || member.FindJsonAttribute("JsonIncludeAttribute") is not null) && FieldOf(member, readsToo: false) is { } field)
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
                builder.UnsupportedReason(member) ?? "it would be written but could not be read back: give it an init accessor or a constructor parameter of its name and type, or mark it with [JsonIgnore]"
                + (JsonPopulationReader.CanPopulate(JsonMemberReader.TypeOf(member)) ? " or [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]" : ""));
        }
    }

    // There is no object initializer beside a constructor that generated code does not see.
    private static void AddByField(ISymbol member, JsonObjectBuilder builder)
    {
        if (FieldOf(member, readsToo: false) is { } field)
        {
            builder.Add(member, JsonMemberSet.Field, field);
        }
        else
        {
            builder.Refuse(member, "its init accessor cannot be called as the constructor is private: give it a setter, or make the constructor internal or public");
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

    private static JsonFieldModel? FieldOf(ISymbol member, bool readsToo)
    {
        IFieldSymbol? field = member is IPropertySymbol property
            ? JsonMemberReader.IsPlain(property) ? JsonMemberReader.BackingFieldOf(property) : null
            : (IFieldSymbol)member;
        return field is null || JsonMemberReader.IsOfGeneric(field.ContainingType)
            ? null
            : new(field.ContainingType.FullName(), field.MetadataName, field.ContainingType.IsValueType, readsToo);
    }
}
