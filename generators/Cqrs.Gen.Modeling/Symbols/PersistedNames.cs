using System.Text;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Persisted names: what the attribute says, or the kebab-case of the type's name. Derived here and nowhere else.</summary>
internal static class PersistedNames
{
    public static string OfEvent(INamedTypeSymbol e) => Explicit(e, "EventAttribute") ?? KebabCase(e.Name);

    public static string OfCommand(INamedTypeSymbol command) => KebabCase(command.Name);

    public static string OfQuery(INamedTypeSymbol query) => Explicit(query, "QueryAttribute") ?? KebabCase(query.Name);

    /// <summary>The name of the aggregate that a type stands for: the aggregate's class, or the contract by which it is known elsewhere.</summary>
    public static string OfAggregate(INamedTypeSymbol aggregateOrContract)
    {
        AttributeData? attribute = aggregateOrContract.FindAttribute("AggregateAttribute");
        if (ExplicitIn(attribute) is { } name)
        {
            return name;
        }

        return attribute is not null && ContractOf(attribute) is { } contract && !SymbolEqualityComparer.Default.Equals(contract, aggregateOrContract)
            ? OfAggregate(contract)
            : KebabCase(WithoutInterfacePrefix(aggregateOrContract));
    }

    /// <summary>The type by which events and commands name an aggregate: its contract, or itself.</summary>
    public static INamedTypeSymbol ContractOrSelf(INamedTypeSymbol aggregate) =>
        aggregate.FindAttribute("AggregateAttribute") is { } attribute && ContractOf(attribute) is { } contract ? contract : aggregate;

    public static bool IsWellFormed(string name) =>
        name.Length is > 0 and <= 128 && name.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_');

    /// <summary><c>HTTPRequest2Sent</c> becomes <c>http-request2-sent</c>.</summary>
    public static string KebabCase(string name)
    {
        StringBuilder text = new(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (char.IsUpper(c))
            {
                bool startsWord = i > 0 && name[i - 1] != '_'
                    && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
                if (startsWord)
                {
                    text.Append('-');
                }

                text.Append(char.ToLowerInvariant(c));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private static string? Explicit(INamedTypeSymbol type, string attributeName) => ExplicitIn(type.FindAttribute(attributeName));

    private static string? ExplicitIn(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    private static INamedTypeSymbol? ContractOf(AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == "Contract")
            {
                return argument.Value.Value as INamedTypeSymbol;
            }
        }

        return null;
    }

    private static string WithoutInterfacePrefix(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, Name: ['I', >= 'A' and <= 'Z', ..] } ? type.Name.Substring(1) : type.Name;
}
