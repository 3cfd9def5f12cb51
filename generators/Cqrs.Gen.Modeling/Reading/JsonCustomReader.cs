using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads <c>[JsonConverter]</c> where it names a converter of the user's.</summary>
internal sealed class JsonCustomReader
{
    private readonly ITypeSymbol _type;
    private readonly INamedTypeSymbol? _converter;
    private readonly INamedTypeSymbol? _base;
    private readonly bool _isMember;

    private JsonCustomReader(ITypeSymbol type, INamedTypeSymbol? converter, bool isMember, IAssemblySymbol assembly)
    {
        _type = type;
        _converter = converter;
        _isMember = isMember;
        _base = converter is null ? null : BaseOf(converter);
        Reason = converter is null
            ? "the converter is made by an attribute of its own kind: name its class by [JsonConverter(typeof(...))]"
            : ReasonAgainst(converter, assembly);
    }

    /// <summary>Why the converter cannot be used, or null if it can.</summary>
    public string? Reason { get; }

    /// <summary>Which type it converts, for a member.</summary>
    public JsonOwnConverter Kind =>
        IsNullableValue(_type) && (_base is null || !IsNullableValue(_base.TypeArguments[0])) ? JsonOwnConverter.OfUnderlying : JsonOwnConverter.OfType;

    /// <summary>Whether null is the converter's to write and to read, if it wants to.</summary>
    public bool HandlesNull => _type.IsReferenceType && (_base is null || Overrides("HandleNull"));

    /// <summary>Whether the keys of dictionaries may be asked of it.</summary>
    public bool WritesKeys => _base is null || (Overrides("WriteAsPropertyName") && Overrides("ReadAsPropertyName"));

    /// <summary>What <c>[JsonConverter]</c> on a type or a member names, or null if it names nothing, or what is supported by other means.</summary>
    /// <param name="symbol">What carries the attribute.</param>
    /// <param name="type">The type to be converted, as it is used there.</param>
    /// <param name="assembly">The assembly for which code is generated.</param>
    public static JsonCustomReader? Of(ISymbol symbol, ITypeSymbol type, IAssemblySymbol assembly)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (JsonAttributes.IsConverterAttribute(attribute.AttributeClass))
            {
                return attribute.FindEnumStyle() == JsonEnumStyle.Custom
                    ? new(type, attribute.NamedConverter(), symbol is not ITypeSymbol, assembly)
                    : null;
            }
        }

        return null;
    }

    /// <summary>The generated converter that asks the user's one.</summary>
    /// <param name="acceptsNull">True where the use may be null and the converter wants to know.</param>
    public JsonConverterModel Converter(bool acceptsNull)
    {
        string name = JsonNames.OfConverter(JsonValueReader.Underlying(_type));
        return JsonValueReader.ConverterOf(JsonValueReader.Underlying(_type)) with
        {
            Name = (acceptsNull ? "Nullable" : "") + (_isMember ? $"{name}__By__{JsonNames.OfConverter(_converter!)}" : name),
        };
    }

    public JsonCustomModel Read(bool acceptsNull)
    {
        JsonConverterModel converter = Converter(acceptsNull);
        string value = JsonNames.OfType(_base is null ? JsonValueReader.Underlying(_type) : _base.TypeArguments[0]);
        return new(
            converter,
            JsonHomeReader.HomeOf(_type)?.ToModel(),
            _base is not null && IsNullableValue(_base.TypeArguments[0]) ? value : JsonNames.OfType(JsonValueReader.Underlying(_type)),
            _isMember || acceptsNull ? converter.Name : JsonNames.OfDisplay(JsonValueReader.Underlying(_type)),
            value,
            _converter!.FullName(),
            _base is null,
            JsonValueReader.Read(_type),
            _isMember,
            WritesKeys && !_isMember && !acceptsNull,
            acceptsNull);
    }

    private string? ReasonAgainst(INamedTypeSymbol converter, IAssemblySymbol assembly)
    {
        string name = $"the converter {converter.ShortName()}";
        if (converter.IsUnboundGenericType)
        {
            return $"{name} is an open generic type: name a closed one";
        }

        if (_base is null && !IsFactory(converter))
        {
            return $"{name} derives neither from JsonConverter<{_type.ShortName()}> nor from JsonConverterFactory";
        }

        if (_base?.TypeArguments[0] is { } converted && !Converts(converted))
        {
            return $"{name} converts {converted.ShortName()}: name one that converts {_type.ShortName()}";
        }

        if (converter.IsAbstract)
        {
            return $"{name} is abstract: name one that can be made";
        }

        if (!converter.InstanceConstructors.Any(c => c.Parameters.Length == 0 && JsonMemberReader.IsVisible(c, assembly) && !JsonMemberReader.IsForbidden(c)))
        {
            return $"{name} has no constructor without parameters that generated code can call: give it one that is internal or public";
        }

        return IsSeen(converter, assembly) ? null : $"{name} cannot be seen where {_type.ShortName()} is converted: make it internal or public";
    }

    private bool Converts(ITypeSymbol converted) =>
        SymbolEqualityComparer.Default.Equals(converted, _type) || SymbolEqualityComparer.Default.Equals(converted, JsonValueReader.Underlying(_type));

    // A private converter is seen from within the type around it: by the generated one of a type that is as private.
    private bool IsSeen(INamedTypeSymbol converter, IAssemblySymbol assembly)
    {
        INamedTypeSymbol? home = JsonHomeReader.HomeOf(converter);
        for (INamedTypeSymbol? current = converter; current is not null; current = current.ContainingType)
        {
            bool isHidden = current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;
            if (isHidden ? !SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, assembly) : !JsonMemberReader.IsVisible(current, assembly))
            {
                return false;
            }
        }

        return home is null || SymbolEqualityComparer.Default.Equals(home, JsonHomeReader.HomeOf(_type));
    }

    private bool Overrides(string name)
    {
        for (INamedTypeSymbol? current = _converter; current is not null && !SymbolEqualityComparer.Default.Equals(current, _base); current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNullableValue(ITypeSymbol type) => !SymbolEqualityComparer.Default.Equals(JsonValueReader.Underlying(type), type);

    private static bool IsFactory(INamedTypeSymbol type) => BasesOf(type).Any(static b => JsonAttributes.IsJson(b, "JsonConverterFactory", 0));

    private static INamedTypeSymbol? BaseOf(INamedTypeSymbol type) => BasesOf(type).FirstOrDefault(static b => JsonAttributes.IsJson(b, "JsonConverter", 1));

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
