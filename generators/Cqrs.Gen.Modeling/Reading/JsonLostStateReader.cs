using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>Finds what a type holds and JSON would leave out without a word.</summary>
internal static class JsonLostStateReader
{
    public static void Report(INamedTypeSymbol type, JsonObjectBuilder builder, Func<ISymbol, bool> isIncluded)
    {
        foreach (ISymbol member in JsonMemberReader.MembersOf(type))
        {
            if (isIncluded(member) || member.FindJsonAttribute("JsonIgnoreAttribute") is not null)
            {
                continue;
            }

            if (member is IFieldSymbol { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public })
            {
                builder.Refuse(member, member.DeclaringSyntaxReferences.Length > 0
                    ? "it is a field, which JSON leaves out: make it a property, or mark it with [JsonInclude] or [JsonIgnore]"
                    : "it is a field, which JSON leaves out: include fields by [assembly: JsonDefaults(IncludeFields = true)], or use a type of your own");
            }
            else if (member is IPropertySymbol property && property.DeclaringSyntaxReferences.Length > 0 && JsonMemberReader.BackingFieldOf(property) is not null)
            {
                builder.Refuse(member, "it has no public getter, so that JSON leaves it out: mark it with [JsonInclude] or [JsonIgnore]");
            }
        }

        ReportEvents(type, builder);
    }

    /// <summary>Reports events that keep their subscribers in a field.</summary>
    public static void ReportEvents(INamedTypeSymbol type, JsonObjectBuilder builder)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (IEventSymbol e in current.GetMembers().OfType<IEventSymbol>())
            {
                if (!e.IsStatic && e.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is VariableDeclaratorSyntax { Parent.Parent: EventFieldDeclarationSyntax field } && !IsIgnored(field)))
                {
                    builder.Refuse(e, e.Type, "JSON does not hold the subscribers of an event: mark it with [field: JsonIgnore], or leave it out");
                }
            }
        }
    }

    private static bool IsIgnored(EventFieldDeclarationSyntax field) => field.AttributeLists
        .Where(static list => list.Target?.Identifier.IsKind(SyntaxKind.FieldKeyword) == true)
        .Any(static list => list.Attributes.Any(static a => a.Name.ToString().EndsWith("JsonIgnore", StringComparison.Ordinal)));
}
