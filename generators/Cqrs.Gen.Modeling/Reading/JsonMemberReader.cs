using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>What properties and fields are to JSON, whoever asks.</summary>
internal static class JsonMemberReader
{
    // What generated code calls its own variables.
    private static readonly string[] Taken =
        ["value", "reader", "output", "seen", "discriminated", "Create", "initial", "result", "item", "items", "entry", "key", "scanner", "Read", "Scan", "refusal", "Write"];

    /// <summary>The instance properties and fields of a type and its base classes: the most derived class first, properties before fields.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (INamedTypeSymbol? current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            IEnumerable<ISymbol> own = current.GetMembers()
                .Where(static m => !m.IsStatic && m is IPropertySymbol { IsIndexer: false } or IFieldSymbol)
                .OrderBy(static m => m is IFieldSymbol);
            foreach (ISymbol member in own.ToArray())
            {
                // A private member of a base class shares its name with nobody.
                if (member.DeclaredAccessibility == Accessibility.Private || names.Add(member.Name))
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>The field that a property keeps its value in, as far as it can be seen from here.</summary>
    public static IFieldSymbol? BackingFieldOf(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    /// <summary>True for a property without code of its own.</summary>
    public static bool IsPlain(IPropertySymbol property) => property.DeclaringSyntaxReferences.All(static r => r.GetSyntax() switch
    {
        PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } =>
            accessors.Accessors.All(static a => a is { Body: null, ExpressionBody: null }),
        ParameterSyntax => true,
        _ => false,
    });

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    public static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    public static bool IsInitOnly(ISymbol member) => member is IPropertySymbol { SetMethod.IsInitOnly: true };

    /// <summary>Whether a type, or one around it, has type parameters: no unsafe accessor reaches its private members.</summary>
    public static bool IsOfGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsOfGeneric(outer));

    /// <summary>True if naming it is an error that no pragma silences.</summary>
    public static bool IsForbidden(ISymbol member) => member.GetAttributes().Any(static a =>
        a.AttributeClass is { } type && type.IsSystem("ObsoleteAttribute", 0, "System")
        && a.ConstructorArguments.Length == 2 && a.ConstructorArguments[1].Value is true);

    /// <summary>Whether code in an assembly sees a member, private and protected ones apart.</summary>
    public static bool IsVisible(ISymbol member, IAssemblySymbol assembly) => member.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, assembly) || member.ContainingAssembly.GivesAccessTo(assembly),
        _ => false,
    };

    /// <summary>A name for the variable that holds a member's value, unlike all other names in use.</summary>
    public static string LocalOf(ISymbol member, HashSet<string> used)
    {
        string name = JsonNamingPolicies.CamelCase(member.Name.TrimStart('_'));
        string local = name.Length == 0 || Taken.Contains(name) || !SyntaxFacts.IsValidIdentifier(name) ? name + "Value" : name;
        if (IsNumbered(local, "seen") || local.StartsWith("present_", StringComparison.Ordinal))
        {
            local = "_" + local;
        }

        if (!SyntaxFacts.IsValidIdentifier(local))
        {
            local = "memberValue";
        }

        for (int i = 2; !used.Add(local); i++)
        {
            local = name + "Value" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return TypeNames.Escaped(local);
    }

    // More than one variable is called so.
    private static bool IsNumbered(string name, string start) =>
        name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length && name.Skip(start.Length).All(char.IsDigit);

    /// <summary>Why a member's name in JSON cannot be used, or null.</summary>
    public static string? UnsupportedName(string name, string[] discriminators, HashSet<string> used) =>
        discriminators.Contains(name) ? $"the name {name} tells its type from others: give the member another by [JsonPropertyName]"
        : name == "$type" ? "the name $type tells the types of a closed set apart: give the member another by [JsonPropertyName]"
        : !IsText(name) ? "its name in JSON is no valid Unicode"
        : !used.Add(name) ? $"another member is written as {name} too: give one of them another name by [JsonPropertyName]"
        : null;

    public static bool IsText(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogate(name[i]))
            {
                if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
