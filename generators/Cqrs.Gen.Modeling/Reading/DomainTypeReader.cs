using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>What holds for a class marked as an aggregate or a query alike.</summary>
internal static class DomainTypeReader
{
    /// <summary>Whether the other half of the class can be written at all.</summary>
    public static bool CanBeExtended(INamedTypeSymbol type, IFindingSink findings, CancellationToken cancellationToken)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            // The compiler refuses the attribute there.
            return false;
        }

        string? unsupported = type switch
        {
            { IsStatic: true } => "static",
            { IsAbstract: true } => "abstract",
            { IsGenericType: true } => "generic, or nested in a generic type",
            { IsFileLocal: true } => "local to its file",
            _ when type.FindAttribute("AggregateAttribute") is not null && type.FindAttribute("QueryAttribute") is not null => "both an aggregate and a query",
            _ when IsHidden(type) => "private, or nested in a private type, where the module cannot name it",
            _ => null,
        };
        if (unsupported is not null)
        {
            findings.Report(FindingKind.UnsupportedType, type, type.ShortName(), unsupported);
            return false;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartial(current, cancellationToken))
            {
                findings.Report(FindingKind.NotPartial, current, type.ShortName(), current.ShortName());
                return false;
            }
        }

        return true;
    }

    /// <summary>The expression that makes a first state, or null if no constructor can be called without arguments.</summary>
    public static string? InitialState(INamedTypeSymbol type)
    {
        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(static c => c.Parameters.Length == 0)
            ?? type.InstanceConstructors.FirstOrDefault(static c => c.Parameters.All(static p => p.IsOptional || p.IsParams));
        if (constructor is null)
        {
            return null;
        }

        string expression = $"new {type.FullName()}()";
        if (constructor.GetAttributes().Any(static a => a.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
        {
            return expression;
        }

        // A first state knows nothing yet: what the user requires of other callers is set by the first event.
        string required = string.Join(
            ", ",
            RequiredMembers(type).Select(static name => TypeNames.Escaped(name) + " = default!"));
        return required.Length == 0 ? expression : $"{expression} {{ {required} }}";
    }

    /// <summary>How many base classes a type has below <c>object</c>; more derived types are tried first.</summary>
    public static int DepthOf(ITypeSymbol type)
    {
        int depth = 0;
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            depth++;
        }

        return depth;
    }

    private static bool IsHidden(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<string> RequiredMembers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    yield return member.Name;
                }
            }
        }
    }
}
