using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cqrs.Gen;

/// <summary>The steps of describing types to System.Text.Json, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonTypeInfos
{
    /// <summary>Makes the options of a module: read-only, and as strict as the generated converters where System.Text.Json can be.</summary>
    /// <param name="resolver">Knows the module's types.</param>
    /// <param name="naming">How names are written that no type of the module decides.</param>
    /// <param name="numbers">How numbers are written and read that no type of the module decides.</param>
    public static JsonSerializerOptions StrictOptions(IJsonTypeInfoResolver resolver, JsonNamingPolicy? naming, JsonNumberHandling numbers)
    {
        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = resolver,
            PropertyNamingPolicy = naming,
            NumberHandling = numbers,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The description of a type for which the options have a converter: that goes before any other.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    /// <returns>Null if they have none.</returns>
    public static JsonTypeInfo<T>? OfConverter<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (JsonConverter converter in options.Converters)
        {
            if (converter.CanConvert(typeof(T)))
            {
                return JsonMetadataServices.CreateValueInfo<T>(options, converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), options)! : converter);
            }
        }

        return null;
    }

    /// <summary>Describes a type that is one JSON token.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="converter">What writes and reads it.</param>
    public static JsonTypeInfo<T> Value<T>(JsonSerializerOptions options, JsonConverter<T?> converter) =>
        OfConverter<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, converter);

    /// <summary>Describes a value type that may be null.</summary>
    /// <typeparam name="T">The type inside.</typeparam>
    /// <param name="options">The options.</param>
    public static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options)
        where T : struct =>
        OfConverter<T?>(options) ?? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>Makes the converter of a value type that may be null from one that knows the type inside.</summary>
    /// <typeparam name="T">The type inside.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="converter">What writes and reads it.</param>
    public static JsonConverter<T?> NullableConverter<T>(JsonSerializerOptions options, JsonConverter<T> converter)
        where T : struct =>
        JsonMetadataServices.GetNullableConverter(JsonMetadataServices.CreateValueInfo<T>(options, converter));

    /// <summary>Describes an enumeration that is written by name; a number is refused.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="options">The options.</param>
    public static JsonTypeInfo<T> EnumName<T>(JsonSerializerOptions options)
        where T : struct, Enum =>
        JsonMetadataServices.CreateValueInfo<T>(options, EnumNameConverter<T>(options));

    /// <summary>Describes an enumeration of flags that are written by their names, and of which no name stands for 0.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="options">The options.</param>
    public static JsonTypeInfo<T> EnumNameOrNumber<T>(JsonSerializerOptions options)
        where T : struct, Enum =>
        JsonMetadataServices.CreateValueInfo<T>(options, EnumNameOrNumberConverter<T>(options));

    /// <summary>Describes an enumeration that is written as a number.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="options">The options.</param>
    public static JsonTypeInfo<T> EnumNumber<T>(JsonSerializerOptions options)
        where T : struct, Enum =>
        JsonMetadataServices.CreateValueInfo<T>(options, EnumNumberConverter<T>(options));

    /// <summary>Makes the converter of an enumeration that is written by name; a number is refused.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="options">The options.</param>
    public static JsonConverter<T> EnumNameConverter<T>(JsonSerializerOptions options)
        where T : struct, Enum =>
        ByName<T>(options, allowsNumbers: false);

    /// <summary>Makes the converter of an enumeration of flags that are written by their names, and of which no name stands for 0.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="options">The options.</param>
    public static JsonConverter<T> EnumNameOrNumberConverter<T>(JsonSerializerOptions options)
        where T : struct, Enum =>
        ByName<T>(options, allowsNumbers: true);

    /// <summary>Makes the converter of an enumeration that is written as a number.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="options">The options.</param>
    public static JsonConverter<T> EnumNumberConverter<T>(JsonSerializerOptions options)
        where T : struct, Enum =>
        JsonMetadataServices.GetEnumConverter<T>(options);

    /// <summary>Describes a type that is written as an object.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="isOpen">True if others may derive from it: a value of a derived type is refused, as what it adds would be lost.</param>
    /// <param name="skipsUnknown">True if members that it does not have are passed over, false if they are refused; whatever the options say.</param>
    /// <param name="values">How it is made, and its members.</param>
    public static JsonTypeInfo<T> ObjectOf<T>(JsonSerializerOptions options, bool isOpen, bool skipsUnknown, JsonObjectInfoValues<T> values)
        where T : notnull
    {
        JsonTypeInfo<T> type = JsonMetadataServices.CreateObjectInfo(options, values);
        type.UnmappedMemberHandling = skipsUnknown ? JsonUnmappedMemberHandling.Skip : JsonUnmappedMemberHandling.Disallow;
        type.NumberHandling ??= JsonNumberHandling.Strict;
        if (isOpen)
        {
            type.OnSerializing += RefuseDerived<T>;
        }

        return type;
    }

    /// <summary>
    /// Describes a closed set: values of it are told apart by <c>$type</c>, which must be there. Where it stands in the object is for
    /// <see cref="JsonSerializerOptions.AllowOutOfOrderMetadataProperties"/> to say.
    /// </summary>
    /// <typeparam name="T">The interface that all types of the set implement.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="types">The types with their discriminators.</param>
    public static JsonTypeInfo<T> ClosedSet<T>(JsonSerializerOptions options, ReadOnlySpan<JsonDerivedType> types)
        where T : class =>
        HierarchyOf<T>(options, null, "$type", types);

    /// <summary>Describes a class or interface whose derived types are told apart by a discriminator.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="itself">The description of a value of the very type; null if there can be none.</param>
    /// <param name="discriminator">The name of the member that holds the discriminator.</param>
    /// <param name="cases">The derived types.</param>
    public static JsonTypeInfo<T> HierarchyOf<T>(JsonSerializerOptions options, JsonTypeInfo<T>? itself, string discriminator, params ReadOnlySpan<JsonDerivedType> cases)
        where T : notnull
    {
        JsonTypeInfo<T> type = itself ?? ObjectOf(options, isOpen: false, skipsUnknown: false, new JsonObjectInfoValues<T>
        {
            // The type itself is made only for an object that does not say what it is.
            ObjectCreator = () => throw new JsonException($"The member {discriminator} is missing."),
            PropertyMetadataInitializer = static _ => [],
        });
        type.PolymorphismOptions = new()
        {
            TypeDiscriminatorPropertyName = discriminator,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (JsonDerivedType derived in cases)
        {
            type.PolymorphismOptions.DerivedTypes.Add(derived);
        }

        return type;
    }

    /// <summary>Describes a member of an object.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="isRequired">True if an object without it is refused.</param>
    /// <param name="acceptsNull">True if it may be null.</param>
    /// <param name="values">Its names, and how it is read and set.</param>
    public static JsonPropertyInfo Property<T>(JsonSerializerOptions options, bool isRequired, bool acceptsNull, JsonPropertyInfoValues<T> values)
    {
        JsonPropertyInfo property = JsonMetadataServices.CreatePropertyInfo(options, values);
        property.IsRequired = isRequired;
        if (!acceptsNull)
        {
            property.IsGetNullable = false;
            property.IsSetNullable = false;
        }

        return property;
    }

    /// <summary>The setter of a member that is given its value while the object is made, and never again.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="target">The object.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static void SetWhenMade<T>(object target, T? value) =>
        throw new InvalidOperationException("This member is given its value while the object is made: it cannot be set.");

    /// <summary>Refuses null among the items of a collection, which System.Text.Json by itself does not.</summary>
    /// <typeparam name="TCollection">The collection.</typeparam>
    /// <typeparam name="TItem">Its items.</typeparam>
    /// <param name="type">The collection's description.</param>
    /// <returns>The same description.</returns>
    public static JsonTypeInfo<TCollection> WithoutNulls<TCollection, TItem>(JsonTypeInfo<TCollection> type)
        where TCollection : IEnumerable<TItem>
        where TItem : class
    {
        ArgumentNullException.ThrowIfNull(type);
        type.OnSerializing += RequireItems<TItem>;
        type.OnDeserialized += RequireItems<TItem>;
        return type;
    }

    /// <summary>Refuses null among the values of a dictionary, which System.Text.Json by itself does not.</summary>
    /// <typeparam name="TDictionary">The dictionary.</typeparam>
    /// <typeparam name="TKey">Its keys.</typeparam>
    /// <typeparam name="TValue">Its values.</typeparam>
    /// <param name="type">The dictionary's description.</param>
    /// <returns>The same description.</returns>
    public static JsonTypeInfo<TDictionary> WithoutNullValues<TDictionary, TKey, TValue>(JsonTypeInfo<TDictionary> type)
        where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>
        where TValue : class
    {
        ArgumentNullException.ThrowIfNull(type);
        type.OnSerializing += RequireValues<TKey, TValue>;
        type.OnDeserialized += RequireValues<TKey, TValue>;
        return type;
    }

    /// <summary>Makes the exception for a key or an item of a set that stands there a second time.</summary>
    public static JsonException Repeated() => new("The same key or item stands here a second time.");

    private static JsonConverter<T> ByName<T>(JsonSerializerOptions options, bool allowsNumbers)
        where T : struct, Enum =>
        (JsonConverter<T>)new JsonStringEnumConverter<T>(namingPolicy: null, allowsNumbers).CreateConverter(typeof(T), options)!;

    private static void RefuseDerived<T>(object value)
    {
        if (value.GetType() != typeof(T))
        {
            throw new JsonException(JsonObjects.Derived(typeof(T), value.GetType()).Message);
        }
    }

    private static void RequireItems<T>(object items)
        where T : class
    {
        foreach (T? item in (IEnumerable<T?>)items)
        {
            if (item is null)
            {
                throw new JsonException(JsonObjects.Null().Message);
            }
        }
    }

    private static void RequireValues<TKey, TValue>(object entries)
        where TValue : class
    {
        foreach ((_, TValue? value) in (IEnumerable<KeyValuePair<TKey, TValue?>>)entries)
        {
            if (value is null)
            {
                throw new JsonException(JsonObjects.Null().Message);
            }
        }
    }
}
