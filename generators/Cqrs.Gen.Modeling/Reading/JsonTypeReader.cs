using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Decides how a type is written: as an array, a dictionary, an enumeration, an object, or not at all.</summary>
internal static class JsonTypeReader
{
    public static JsonTypeModel Read(ITypeSymbol type, JsonShapeReader reader)
    {
        if (JsonCollectionReader.Read(type, reader) is { } collection)
        {
            return collection;
        }

        INamedTypeSymbol named = (INamedTypeSymbol)type;
        return JsonHierarchyReader.IsHierarchy(named) ? JsonHierarchyReader.Read(named, reader)
            : named.TypeKind == TypeKind.Enum ? JsonEnumReader.Read(named, reader)
            : JsonTupleReader.IsTuple(named) ? JsonTupleReader.Read(named, reader)
            : JsonObjectReader.Read(named, reader);
    }

    /// <summary>A type that a finding speaks of and generated code refuses.</summary>
    public static JsonUnsupportedModel Unsupported(ITypeSymbol type, string reason) => new(
        JsonValueReader.ConverterOf(type),
        JsonHomeReader.HomeOf(type)?.ToModel(),
        JsonNames.OfType(type),
        JsonNames.OfDisplay(type),
        reason);

    /// <summary>Why a type has no JSON at all, or null. What is wrong with single members of it is found later.</summary>
    public static string? UnsupportedReason(ITypeSymbol type, JsonDefaults defaults)
    {
        if (!type.IsFound())
        {
            return "it cannot be found";
        }

        if (JsonUnsupportedType.ReasonOf(type) is { } special)
        {
            return special;
        }

        if (JsonHomeReader.HomeOf(type) is { } home && JsonHomeReader.UnsupportedReason(home) is { } hidden)
        {
            return hidden;
        }

        if (JsonCollectionKind.OfFramework(type) is { } collection)
        {
            return collection.Reason;
        }

        if (type is INamedTypeSymbol hierarchy && JsonHierarchyReader.IsHierarchy(hierarchy))
        {
            return JsonHierarchyReader.UnsupportedReason(hierarchy);
        }

        if (type is not INamedTypeSymbol named || named.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Enum))
        {
            return type.TypeKind == TypeKind.Interface
                ? "it is an interface, which does not say what to make when it is read: declare its types by [JsonDerivedType], or use a class"
                : $"a type of the kind {type.TypeKind} has no JSON: use another, or mark the member with [JsonIgnore]";
        }

        return named.TypeKind == TypeKind.Enum ? null
            : JsonTupleReader.IsTuple(named) ? JsonTupleReader.UnsupportedReason(defaults)
            : UnsupportedObject(named);
    }

    /// <summary>Why a class or struct cannot be written as an object of members, or null.</summary>
    public static string? UnsupportedObject(INamedTypeSymbol type)
    {
        if (type.IsFileLocal)
        {
            return "it is local to its file, where generated code cannot name it";
        }

        if (type.IsRefLikeType || type.IsStatic || type.IsTupleType || type.IsAnonymousType)
        {
            return "such a type has no declared members to write: use a record";
        }

        if (IsSystem(type) && !IsPlain(type) && !(type is { Name: "Tuple", Arity: > 0 }))
        {
            return "this type of the framework is not supported: use one that is, or a record of your own";
        }

        if (type.IsAbstract)
        {
            return "it is abstract, so it does not say what to make when it is read: declare its types by [JsonDerivedType], or use a concrete type";
        }

        return JsonCollectionKind.OfUser(type)?.Reason;
    }

    // Types of the framework that are what their members say; others hide state that JSON would lose.
    private static bool IsPlain(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() switch
    {
        "System.Collections.Generic" => type.MetadataName == "KeyValuePair`2",
        "System.Drawing" => type.MetadataName is "Point" or "PointF" or "Size" or "SizeF" or "Rectangle" or "RectangleF",
        "System.Numerics" => type.MetadataName is "Complex" or "Vector2" or "Vector3" or "Vector4" or "Quaternion" or "Plane",
        _ => false,
    };

    private static bool IsSystem(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name is "System" or "Microsoft" && type.Locations.All(static l => !l.IsInSource);
    }
}
