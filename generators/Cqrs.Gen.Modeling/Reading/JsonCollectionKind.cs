using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>What a type is that holds items: with its shape, or with the reason why it has no JSON.</summary>
internal sealed class JsonCollectionKind
{
    private const string HowToOwn = "implement ICollection<T>, ISet<T> or IDictionary<TKey, TValue>, or use a collection of the framework";

    private JsonCollectionKind(ITypeSymbol? key, ITypeSymbol? item, JsonCollectionShape? shape, string? reason)
    {
        Key = key;
        Item = item;
        Shape = shape;
        Reason = reason;
    }

    /// <summary>The type of its keys, for a dictionary.</summary>
    public ITypeSymbol? Key { get; }

    /// <summary>The type of its items, or of its entries' values.</summary>
    public ITypeSymbol? Item { get; }

    /// <summary>How it is taken apart and put together again, before types are filled in.</summary>
    public JsonCollectionShape? Shape { get; }

    /// <summary>Why it has no JSON, or null if it has.</summary>
    public string? Reason { get; }

    /// <summary>The kind of an array or a collection of the framework, or null for any other type.</summary>
    public static JsonCollectionKind? OfFramework(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1
                ? new(null, array.ElementType, JsonCollectionShapes.Array, null)
                : Refused("an array of several dimensions has no JSON: use an array of arrays");
        }

        if (type is not INamedTypeSymbol named || !IsSystem(named))
        {
            return null;
        }

        string name = $"{named.ContainingNamespace.ToDisplayString()}.{named.MetadataName}";
        return named.Arity switch
        {
            1 when JsonCollectionShapes.Find(name) is { } shape => new(null, named.TypeArguments[0], shape, null),
            2 when JsonDictionaryShapes.Find(name) is { } shape => new(named.TypeArguments[0], named.TypeArguments[1], shape, null),
            1 when name == "System.Collections.Generic.IAsyncEnumerable`1" =>
                Refused("its items come one after another, but a payload is written at once: gather them in an IReadOnlyList<T>"),
            0 when IsUntyped(name, named) => Refused("it does not say what its items are: use List<T> or Dictionary<TKey, TValue>"),
            _ => null,
        };
    }

    /// <summary>The kind of a user's class or struct that holds items, or null for any other type.</summary>
    public static JsonCollectionKind? OfUser(INamedTypeSymbol type)
    {
        if (type.AllInterfaces.All(static i => i.SpecialType != SpecialType.System_Collections_IEnumerable))
        {
            return null;
        }

        if (Single(type, "IDictionary`2") is { } dictionary)
        {
            return Made(type, new(dictionary.TypeArguments[0], dictionary.TypeArguments[1], JsonDictionaryShapes.Own, null));
        }

        if (Single(type, "ISet`1") is { } set)
        {
            return Made(type, new(null, set.TypeArguments[0], JsonCollectionShapes.OwnSet, null));
        }

        if (Single(type, "ICollection`1") is { } collection)
        {
            return Made(type, new(null, collection.TypeArguments[0], JsonCollectionShapes.OwnCollection, null));
        }

        // Queues, stacks and bags have no interface by which they are filled.
        for (INamedTypeSymbol? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (OfFramework(parent) is { Shape: { } shape } kind)
            {
                return shape.Builder.Contains("{0}") || shape.Result.Contains("{0}()") ? Made(type, kind) : Refused(HowToOwn);
            }
        }

        return Refused($"it can be written but not filled when it is read: {HowToOwn}");
    }

    private static JsonCollectionKind Refused(string reason) => new(null, null, null, reason);

    private static JsonCollectionKind Made(INamedTypeSymbol type, JsonCollectionKind kind) =>
        !type.IsValueType && !type.InstanceConstructors.Any(static c => c is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public })
            ? Refused("it is a collection without a public constructor that takes nothing, which reading it needs")
        : JsonMemberReader.MembersOf(type).Any(JsonMemberReader.IsRequired)
            ? Refused("it is a collection with required members, which are not part of its JSON: make them optional")
        : kind;

    private static INamedTypeSymbol? Single(INamedTypeSymbol type, string name)
    {
        INamedTypeSymbol[] found = type.AllInterfaces
            .Where(i => i.MetadataName == name && i.ContainingNamespace.ToDisplayString() == "System.Collections.Generic")
            .Take(2)
            .ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private static bool IsUntyped(string name, INamedTypeSymbol type) =>
        name.StartsWith("System.Collections.", StringComparison.Ordinal)
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable
            || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsSystem(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name == "System" && type.ContainingType is null;
    }
}
