using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>
/// Tells what a member holds that JSON says nothing of. Only one that is null or the type's default then can be left out when it is: any other would
/// come back as something else.
/// </summary>
internal static class JsonInitialReader
{
    /// <summary>Whether a parameter gives the default of its type when it is not given.</summary>
    public static bool IsDefault(IParameterSymbol parameter) =>
        !parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue switch
        {
            null or false or '\0' => true,
            true or char or string => false,
            IConvertible number => number.ToDouble(CultureInfo.InvariantCulture) == 0,
            _ => false,
        };

    /// <summary>Whether it is certain that a new object has the default of its type in a member that the constructor does not take.</summary>
    /// <param name="member">A property or field of the type or its base classes.</param>
    /// <param name="type">The type.</param>
    public static bool IsDefault(ISymbol member, INamedTypeSymbol type)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty || (member is IPropertySymbol property && !JsonMemberReader.IsPlain(property)))
        {
            return false;
        }

        return member.DeclaringSyntaxReferences.All(static r => IsDefault(InitializerOf(r.GetSyntax()))) && !MayBeSetByConstructor(member, type);
    }

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        _ => null,
    };

    private static bool IsDefault(ExpressionSyntax? value) => value switch
    {
        null or DefaultExpressionSyntax => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => IsDefault(sure.Operand),
        LiteralExpressionSyntax literal => literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.FalseLiteralExpression
            || literal.Token.Value is IConvertible and not string and not char and not bool and { } number && ((IConvertible)number).ToDouble(CultureInfo.InvariantCulture) == 0,
        _ => false,
    };

    private static bool MayBeSetByConstructor(ISymbol member, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.InstanceConstructors.Any(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is ConstructorDeclarationSyntax code && MaySet(code, member))))
            {
                return true;
            }
        }

        return false;
    }

    // What is called there may set anything.
    private static bool MaySet(ConstructorDeclarationSyntax code, ISymbol member) =>
        code.DescendantNodes().Any(n => n is InvocationExpressionSyntax || (n is IdentifierNameSyntax name && name.Identifier.ValueText == member.Name));
}
