using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads <c>[JsonObjectCreationHandling]</c>: whether what a collection holds once its object is made is added to, or replaced.</summary>
internal static class JsonPopulationReader
{
    private const string Population = "global::Cqrs.Gen.JsonPopulation";

    /// <summary>The method that adds to what a member holds; null for one that is replaced, as it is unless it or its type says otherwise.</summary>
    /// <param name="member">The member.</param>
    /// <param name="type">The type that is written with it.</param>
    public static string? MethodOf(ISymbol member, INamedTypeSymbol type) =>
        (Of(member) ?? Of(type)) == true && member.FindJsonAttribute("JsonConverterAttribute") is null ? MethodOf(JsonMemberReader.TypeOf(member)) : null;

    /// <summary>Whether a member could be added to, if it said so.</summary>
    public static bool CanPopulate(ITypeSymbol type) => MethodOf(type) is not null;

    /// <summary>Why a member cannot be added to although it, or its type, says so; or null.</summary>
    /// <param name="member">The member.</param>
    /// <param name="type">The type that is written with it.</param>
    /// <param name="isArgument">True if the constructor sets it.</param>
    public static string? UnsupportedReason(ISymbol member, INamedTypeSymbol type, bool isArgument)
    {
        ITypeSymbol value = JsonMemberReader.TypeOf(member);
        bool isFilled = MethodOf(member, type) is not null;
        return isFilled && isArgument
                ? "the constructor sets it, so that there is nothing to add to: take [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] from it, or the parameter from the constructor"
            : isFilled && JsonValueReader.AcceptsNull(value) && member is IPropertySymbol { SetMethod.IsInitOnly: true }
                ? "it may be null, and then nothing could be added to it: give it a setter instead of the init accessor"
            : !isFilled && (Of(member) == true || (Of(member) ?? Of(type)) == true && IsObject(value) && !isArgument)
                ? "[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] is for collections and dictionaries that can be added to: let it be replaced"
            : null;
    }

    private static string? MethodOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsReferenceType: true } named
            || JsonCollectionReader.KindOf(type) is not { Shape: not null, Item: { } item } kind
            || named.ContainingNamespace.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Frozen"
            || (named.ContainingNamespace.ToDisplayString().StartsWith("System.", StringComparison.Ordinal) && named.Name.Contains("ReadOnly")))
        {
            return null;
        }

        string self = JsonNames.OfType(type);
        return kind.Key is { } key ? Is("IDictionary`2") ? $"{Population}.AddEntries<{self}, {JsonNames.OfUse(key)}, {JsonNames.OfUse(item)}>" : null
            : Is("ICollection`1") ? Method("Add")
            : Is("IProducerConsumerCollection`1") ? Method("TryAdd")
            : Derives("Queue`1") ? Method("Enqueue")
            : Derives("Stack`1") ? Method("Push")
            : null;

        string Method(string name) => $"{Population}.{name}<{self}, {JsonNames.OfUse(item)}>";
        bool Is(string name) => named.MetadataName == name || named.AllInterfaces.Any(i => i.MetadataName == name && i.ContainingNamespace.ToDisplayString().StartsWith("System.Collections.", StringComparison.Ordinal));
        bool Derives(string name)
        {
            for (INamedTypeSymbol? current = named; current is not null; current = current.BaseType)
            {
                if (current.MetadataName == name && current.ContainingNamespace.ToDisplayString() == "System.Collections.Generic")
                {
                    return true;
                }
            }

            return false;
        }
    }

    // What System.Text.Json would add to as well: an object's members.
    private static bool IsObject(ITypeSymbol type) =>
        JsonTokens.Of(JsonValueReader.Underlying(type)) is null
        && JsonValueReader.Underlying(type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named
        && JsonCollectionReader.KindOf(named) is null
        && !JsonHierarchyReader.IsHierarchy(named)
        && named.FindJsonAttribute("JsonConverterAttribute") is null;

    private static bool? Of(ISymbol symbol) =>
        symbol.FindJsonAttribute("JsonObjectCreationHandlingAttribute") is { ConstructorArguments: [{ Value: int handling }] } ? handling == 1 : null;
}
