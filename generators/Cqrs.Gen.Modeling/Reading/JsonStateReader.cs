using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads the state of an aggregate or a query as the class itself sees it: every instance field and auto-property, private ones too.</summary>
internal static class JsonStateReader
{
    private const string ConverterName = "GeneratedState";

    public static JsonTypeModel Read(INamedTypeSymbol type, JsonShapeReader reader)
    {
        JsonConverterModel own = new(type.FullName(), IsInherited: false, ConverterName, type.FullName());
        if (JsonConstructorReader.ChooseOwn(type) is not { } constructor)
        {
            return Unsupported("there is no way to tell by which constructor to make it: mark one with [JsonConstructor]");
        }

        if (BaseOfOtherAssembly(type) is { } foreign)
        {
            return Unsupported($"its base class {foreign.ShortName()} is of another assembly, whose private state cannot be seen");
        }

        // Without arguments, the constructor knows nothing of the members: they are all set afterwards.
        bool takesMembers = !constructor.Parameters.All(static p => p.IsOptional || p.IsParams) || constructor.FindJsonAttribute("JsonConstructorAttribute") is not null;
        JsonObjectBuilder builder = new(type, constructor, takesMembers, reader);
        JsonLostStateReader.ReportEvents(type, builder);
        JsonDefaults defaults = reader.DefaultsOf(type);
        foreach (ISymbol member in JsonMemberReader.MembersOf(type).Where(IsState).OrderBy(JsonAttributes.OrderOf))
        {
            Add(member, JsonAttributes.IgnoreOf(member, defaults), type, builder);
        }

        return builder.Build(isOpen: false, own);

        JsonUnsupportedModel Unsupported(string reason)
        {
            reader.Report(type, type, reason);
            return new(own, type.ToModel(), JsonNames.OfType(type), JsonNames.OfDisplay(type), reason);
        }
    }

    private static bool IsState(ISymbol member) => member is IPropertySymbol property
        ? JsonMemberReader.BackingFieldOf(property) is not null
        : member is IFieldSymbol { AssociatedSymbol: null };

    private static void Add(ISymbol member, JsonIgnore ignore, INamedTypeSymbol type, JsonObjectBuilder builder)
    {
        if (builder.AddExtension(member) || builder.AddIgnored(member, ignore))
        {
            return;
        }

        if (member is IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 })
        {
            builder.Refuse(member, "a property that implements an interface explicitly has no name of its own: keep its value in a field");
        }
        else if (member is IFieldSymbol { IsImplicitlyDeclared: true })
        {
            builder.Refuse(member, "a parameter of the primary constructor that methods use has no field of its own name: keep its value in a field, and use that");
        }
        else if (builder.ParameterFor(member) is { } parameter)
        {
            builder.AddArgument(member, parameter);
        }
        else
        {
            AddSettable(member, type, builder);
        }
    }

    private static void AddSettable(ISymbol member, INamedTypeSymbol type, JsonObjectBuilder builder)
    {
        bool isHidden = IsHidden(member, type);
        bool isPlain = member is not IPropertySymbol p || JsonMemberReader.IsPlain(p);
        bool isInitOnly = member is IPropertySymbol { SetMethod.IsInitOnly: true };
        bool canSet = !isHidden && isPlain && member switch
        {
            IFieldSymbol field => !field.IsReadOnly,
            IPropertySymbol { SetMethod: { } setter } => !IsHidden(setter, type),
            _ => false,
        };
        bool keepsComparer = JsonCollectionReader.HasComparer(JsonMemberReader.TypeOf(member)) && !JsonMemberReader.IsRequired(member);
        if (canSet && keepsComparer && !isInitOnly)
        {
            builder.Add(member, JsonMemberSet.Assignment, isMandatory: true);
        }
        else if (canSet && !keepsComparer)
        {
            builder.Add(member, JsonMemberSet.Initializer, isMandatory: true);
        }
        else if (member.ContainingType.IsGenericType)
        {
            builder.Refuse(member, "a private or read-only member of a generic base class cannot be set: make it protected, with a setter");
        }
        else
        {
            IFieldSymbol field = member as IFieldSymbol ?? JsonMemberReader.BackingFieldOf((IPropertySymbol)member)!;
            bool readsToo = isHidden || !isPlain || member is IPropertySymbol { GetMethod: null };
            builder.Add(member, JsonMemberSet.Field, new(field.ContainingType.FullName(), field.MetadataName, IsOfStruct: false, readsToo), isMandatory: true);
        }
    }

    // A base class's private members are its own; the rest of the class's hierarchy is visible from within.
    private static bool IsHidden(ISymbol member, INamedTypeSymbol type) =>
        member.DeclaredAccessibility == Accessibility.Private && !SymbolEqualityComparer.Default.Equals(member.ContainingType, type);

    private static INamedTypeSymbol? BaseOfOtherAssembly(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (!SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, type.ContainingAssembly))
            {
                return current;
            }
        }

        return null;
    }
}
