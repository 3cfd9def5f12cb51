using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>Chooses the constructor by which a type is made when it is read.</summary>
internal static class JsonConstructorReader
{
    /// <summary>
    /// The constructor for others than the type itself: the one marked with <c>[JsonConstructor]</c>, private or not, a record's primary one, the one without
    /// parameters, or the only one.
    /// </summary>
    /// <returns>Null if there is none that generated code can call, or no way to tell which.</returns>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        IMethodSymbol[] visible = Candidates(type).Where(c => JsonMemberReader.IsVisible(c, assembly)).ToArray();
        IMethodSymbol[] given = visible.Where(static c => !c.IsImplicitlyDeclared).ToArray();
        return Candidates(type).FirstOrDefault(IsMarked)
            ?? given.FirstOrDefault(static c => c.ContainingType.IsRecord && IsPrimary(c))
            ?? given.FirstOrDefault(static c => c.Parameters.Length == 0)
            ?? (type.IsValueType ? OnlyOne(given.Where(c => FitsMembers(c, type))) : null)
            ?? visible.FirstOrDefault(static c => c.Parameters.Length == 0)
            ?? OnlyOne(visible.Where(static c => c.DeclaredAccessibility == Accessibility.Public))
            ?? OnlyOne(visible);
    }

    /// <summary>The constructor for the type itself: the marked one, one that can be called without arguments, the primary one, or the only one.</summary>
    public static IMethodSymbol? ChooseOwn(INamedTypeSymbol type)
    {
        IMethodSymbol[] own = Candidates(type).ToArray();
        return own.FirstOrDefault(IsMarked)
            ?? own.FirstOrDefault(static c => c.Parameters.Length == 0)
            ?? own.FirstOrDefault(static c => c.Parameters.All(static p => p.IsOptional || p.IsParams))
            ?? own.FirstOrDefault(IsPrimary)
            ?? OnlyOne(own);
    }

    public static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(static a => a.AttributeClass?.Name == "SetsRequiredMembersAttribute");

    /// <summary>The default value of an optional parameter as an expression, or null if it is the default of its type.</summary>
    public static string? DefaultOf(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
        {
            return null;
        }

        string literal = value switch
        {
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            float number => Float(number, number.ToString("R", CultureInfo.InvariantCulture) + "f", "float"),
            double number => Float(number, number.ToString("R", CultureInfo.InvariantCulture) + "d", "double"),
            string or char or bool => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return JsonValueReader.Underlying(parameter.Type).TypeKind == TypeKind.Enum
            ? $"({JsonNames.OfType(JsonValueReader.Underlying(parameter.Type))})({literal})"
            : literal;
    }

    /// <summary>Whether a parameter gives a member its value: the same name but for its case, and the same type.</summary>
    public static bool Fits(IParameterSymbol parameter, ISymbol member) =>
        (parameter.Name == member.Name || string.Equals(parameter.Name, member.Name.TrimStart('_'), StringComparison.OrdinalIgnoreCase))
        && SymbolEqualityComparer.Default.Equals(parameter.Type, JsonMemberReader.TypeOf(member));

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type) => type.InstanceConstructors.Where(c =>
        !(c.Parameters.Length == 1 && type.IsRecord && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type))
        && c.Parameters.All(static p => p.RefKind is RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter)
        && !JsonMemberReader.IsForbidden(c));

    private static bool FitsMembers(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.All(p => JsonMemberReader.MembersOf(type).Any(m => Fits(p, m)));

    private static bool IsMarked(IMethodSymbol constructor) => constructor.FindJsonAttribute("JsonConstructorAttribute") is not null;

    private static bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax);

    private static IMethodSymbol? OnlyOne(IEnumerable<IMethodSymbol> constructors)
    {
        IMethodSymbol[] all = constructors.Take(2).ToArray();
        return all.Length == 1 ? all[0] : null;
    }

    private static string Float<T>(T number, string literal, string type)
        where T : IFormattable =>
        number.ToString("R", CultureInfo.InvariantCulture) switch
        {
            "NaN" => type + ".NaN",
            "Infinity" => type + ".PositiveInfinity",
            "-Infinity" => type + ".NegativeInfinity",
            _ => literal,
        };
}
