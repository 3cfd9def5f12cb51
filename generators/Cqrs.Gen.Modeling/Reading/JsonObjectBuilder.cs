using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Puts together an object of members and a constructor, and remembers the first thing that makes it impossible.</summary>
internal sealed class JsonObjectBuilder
{
    private readonly INamedTypeSymbol _type;
    private readonly ImmutableArray<IParameterSymbol> _parameters;
    private readonly JsonShapeReader _reader;
    private readonly JsonDefaults _defaults;
    private readonly bool _isComplete;
    private readonly List<JsonMemberModel> _members = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _arguments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private readonly string[] _discriminators;
    private readonly bool _isHidden;
    private readonly JsonCallbacks _callbacks;
    private JsonExtensionModel? _extension;
    private string? _reason;

    /// <param name="type">The type.</param>
    /// <param name="constructor">How it is made.</param>
    /// <param name="takesMembers">False for a constructor that is called without arguments.</param>
    /// <param name="reader">Reads the types of its members.</param>
    /// <param name="isHidden">True if generated code does not see the constructor.</param>
    public JsonObjectBuilder(INamedTypeSymbol type, IMethodSymbol constructor, bool takesMembers, JsonShapeReader reader, bool isHidden = false)
    {
        _type = type;
        _parameters = takesMembers ? constructor.Parameters : ImmutableArray<IParameterSymbol>.Empty;
        _reader = reader;
        _defaults = reader.DefaultsOf(type);
        _isHidden = isHidden;
        _callbacks = JsonCallbackReader.Of(type);
        _isComplete = isHidden || JsonConstructorReader.SetsRequiredMembers(constructor);
        _discriminators = JsonHierarchyReader.DiscriminatorsOf(type);
    }

    /// <summary>The constructor's parameter that gives a member its value, or null.</summary>
    public IParameterSymbol? ParameterFor(ISymbol member) =>
        _parameters.FirstOrDefault(p => !_arguments.ContainsKey(p.Name) && JsonConstructorReader.Fits(p, member));

    /// <summary>Whether what a member holds once the object is made is added to.</summary>
    public bool IsAddedTo(ISymbol member) => JsonPopulationReader.MethodOf(member, _type) is not null;

    /// <summary>Why what a member says of itself cannot be, or null.</summary>
    public string? UnsupportedReason(ISymbol member, bool isArgument = false) =>
        JsonNumberReader.UnsupportedReason(member, _reader.Assembly) ?? JsonPopulationReader.UnsupportedReason(member, _type, isArgument);

    /// <summary>Whether a member that C# sets in an object initializer alone has to be set otherwise.</summary>
    public bool NeedsField(ISymbol member) => _isHidden && JsonMemberReader.IsInitOnly(member);

    /// <summary>A member that the constructor sets.</summary>
    /// <param name="member">The member.</param>
    /// <param name="parameter">The constructor's parameter.</param>
    /// <param name="field">The field that it is read from, if generated code does not see the member.</param>
    public void AddArgument(ISymbol member, IParameterSymbol parameter, JsonFieldModel? field = null)
    {
        bool isNamedAgain = JsonMemberReader.IsRequired(member) && !_isComplete;
        bool isMandatory = !parameter.HasExplicitDefaultValue || IsMandatory(member);
        if (AddModel(member, isNamedAgain ? JsonMemberSet.ArgumentAndInitializer : JsonMemberSet.Argument, isMandatory, !IsMandatory(member) && JsonInitialReader.IsDefault(parameter), JsonConstructorReader.DefaultOf(parameter), field)
            is { } local)
        {
            _arguments.Add(parameter.Name, local);
        }
    }

    /// <summary>Adds the member that keeps what the type does not have, if that is what it says.</summary>
    /// <returns>False for any other member.</returns>
    public bool AddExtension(ISymbol member)
    {
        if (member.FindJsonAttribute("JsonExtensionDataAttribute") is null)
        {
            return false;
        }

        ITypeSymbol type = JsonMemberReader.TypeOf(member);
        bool isSettable = member is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { GetMethod: not null, SetMethod.IsInitOnly: false };
        string? unsupported =
            !JsonExtensionReader.IsElements(type) ? "extension data is kept as it is written: make it a Dictionary<string, JsonElement>"
            : _extension is not null ? "another member keeps extension data already: leave one of them"
            : ParameterFor(member) is not null ? "extension data cannot be an argument of the constructor: make it a property with a setter"
            : !isSettable ? "extension data is set when there is any: give it a getter and a setter"
            : null;
        if (unsupported is not null)
        {
            Refuse(member, unsupported);
        }
        else if (_reader.ValueOf(type, member, null, out _) is not null)
        {
            _set.Add(member.Name);
            _extension = new(TypeNames.Escaped(member.Name), JsonMemberReader.LocalOf(member, _locals), JsonNames.OfType(type), JsonValueReader.AcceptsNull(type));
        }

        return true;
    }

    /// <summary>Adds a member that is never read, if that is what it says: if the constructor sets it, it gets what the parameter says when nothing is given.</summary>
    /// <returns>False for a member that is read.</returns>
    public bool AddIgnored(ISymbol member, JsonIgnore ignore)
    {
        if (ignore is not (JsonIgnore.Always or JsonIgnore.WhenReading))
        {
            return false;
        }

        if (ParameterFor(member) is { } parameter)
        {
            AddIgnoredArgument(member, parameter);
        }

        if (ignore == JsonIgnore.WhenReading)
        {
            Add(member, JsonMemberSet.Never);
        }

        return true;
    }

    /// <summary>A member that is set in another way, or not at all.</summary>
    public void Add(ISymbol member, JsonMemberSet set, JsonFieldModel? field = null, bool isMandatory = false) =>
        AddModel(
            member,
            set,
            set != JsonMemberSet.Never && (isMandatory || IsMandatory(member)),
            set == JsonMemberSet.Never || isMandatory || (!IsMandatory(member) && (_callbacks & JsonCallbacks.OnDeserializing) == 0 && JsonInitialReader.IsDefault(member, _type)),
            null,
            field);

    /// <summary>A member that makes the type impossible to write or read.</summary>
    public void Refuse(ISymbol member, string reason) => Refuse(member, JsonMemberReader.TypeOf(member), reason);

    /// <inheritdoc cref="Refuse(ISymbol, string)"/>
    public void Refuse(ISymbol member, ITypeSymbol type, string reason)
    {
        _reason ??= $"{member.Name}: {reason}";
        _reader.Report(member, type, reason);
    }

    /// <param name="isOpen">True for a class that others may derive from.</param>
    /// <param name="own">The converter of a state, which sees its private members; null for what others see.</param>
    public JsonTypeModel Build(bool isOpen, JsonConverterModel? own = null)
    {
        foreach (IParameterSymbol parameter in _parameters)
        {
            if (_reason is null && !_arguments.ContainsKey(parameter.Name))
            {
                string reason = $"the constructor's parameter {parameter.Name} has no member of its name and type to take its value from";
                _reason = reason;
                _reader.Report(_type, _type, reason);
            }
        }

        if (_reason is null && _discriminators.Length > 1)
        {
            _reason = $"it is told from others by {string.Join(" and by ", _discriminators)}: give all its hierarchies one name by [JsonPolymorphic(TypeDiscriminatorPropertyName = ...)]";
            _reader.Report(_type, _type, _reason);
        }

        JsonConverterModel converter = own ?? JsonHierarchyReader.ConverterOfCase(_type);
        TypeModel? home = own is null ? JsonHomeReader.HomeOf(_type)?.ToModel() : _type.ToModel();
        string name = JsonNames.OfType(_type);
        string display = JsonNames.OfDisplay(_type) + (own is null && JsonHierarchyReader.IsHierarchy(_type) ? "__Itself" : "");
        return _reason is not null
            ? new JsonUnsupportedModel(converter, home, name, display, _reason)
            : new JsonObjectModel(
                converter,
                home,
                name,
                display,
                _type.IsReferenceType,
                isOpen,
                JsonAttributes.SkipsUnknown(_type, _defaults),
                _discriminators.FirstOrDefault() ?? "$type",
                own is null && (JsonHierarchyReader.IsHierarchy(_type) || JsonHierarchyReader.IsCase(_type)),
                _callbacks,
                _isHidden ? _parameters.Select(static p => JsonNames.OfUse(p.Type)).ToEquatableArray() : null,
                _members.ToEquatableArray(),
                _parameters.Select(p => _arguments[p.Name]).ToEquatableArray(),
                Unset(),
                _extension,
                JsonNumberReader.OfType(_type, _defaults));
    }

    /// <param name="member">The member.</param>
    /// <param name="set">How it is given its value.</param>
    /// <param name="isMandatory">True if an object without it is refused.</param>
    /// <param name="isOmittable">True if null or the type's default is what it has when it isn't there.</param>
    /// <param name="otherwise">What the constructor's parameter says when it isn't there.</param>
    /// <param name="field">The field behind it.</param>
    /// <returns>The member's local name, or null if it was refused.</returns>
    private string? AddModel(ISymbol member, JsonMemberSet set, bool isMandatory, bool isOmittable, string? otherwise, JsonFieldModel? field)
    {
        string jsonName = JsonNames.OfMember(member, _defaults);
        string? unsupported =
            JsonMemberReader.IsForbidden(member) ? "it is obsolete in a way that forbids its use: mark it with [JsonIgnore]"
            : UnsupportedReason(member, set is JsonMemberSet.Argument or JsonMemberSet.ArgumentAndInitializer) ?? JsonMemberReader.UnsupportedName(jsonName, _discriminators, _names);
        if (unsupported is null && JsonAttributes.EnumStyleOf(member) is JsonEnumStyle.String or JsonEnumStyle.Number
            && JsonValueReader.Underlying(JsonMemberReader.TypeOf(member)).TypeKind != TypeKind.Enum)
        {
            unsupported = "its converter is for enumerations, and it is none";
        }

        if (unsupported is not null)
        {
            Refuse(member, unsupported);
            return null;
        }

        ITypeSymbol type = JsonMemberReader.TypeOf(member);
        if (_reader.ValueOf(type, member, JsonNumberReader.OfMember(member, _type, _defaults), out string reason) is not { } value)
        {
            _reason ??= $"{member.Name}: {reason}";
            return null;
        }

        JsonOmission omission = OmissionOf(member, value, isOmittable);
        if (omission == JsonOmission.Always && set is JsonMemberSet.Argument or JsonMemberSet.ArgumentAndInitializer && value is { IsReference: true, AcceptsNull: false } && otherwise is null)
        {
            Refuse(member, "it is never written, but the constructor needs it: give its parameter a default value");
            return null;
        }

        string local = JsonMemberReader.LocalOf(member, _locals);
        bool keepsComparer = set is JsonMemberSet.Field or JsonMemberSet.Assignment && JsonCollectionReader.HasComparer(type);
        bool isAddedTo = IsAddedTo(member);
        bool isOptional = !isMandatory && omission is (JsonOmission.Never or JsonOmission.Always);
        if (set == JsonMemberSet.Initializer && (isOptional || isAddedTo || IsSetLater) && !JsonMemberReader.IsInitOnly(member) && (_isComplete || !JsonMemberReader.IsRequired(member)))
        {
            set = JsonMemberSet.Assignment;
        }

        if (set != JsonMemberSet.Never)
        {
            _set.Add(member.Name);
        }

        _members.Add(new(
            TypeNames.Escaped(member.Name),
            jsonName,
            local,
            value,
            set,
            isMandatory && omission == JsonOmission.Never,
            otherwise,
            omission,
            isAddedTo && set is (JsonMemberSet.Field or JsonMemberSet.Assignment or JsonMemberSet.Population) ? JsonPopulationReader.MethodOf(member, _type) : null,
            keepsComparer,
            field,
            OwnConverterOf(member, type),
            member is IPropertySymbol { SetMethod.IsInitOnly: true } p ? new(p.ContainingType.FullName(), !p.ContainingType.IsGenericType) : null));
        return local;
    }

    private JsonOwnConverter OwnConverterOf(ISymbol member, ITypeSymbol type) => JsonShapeReader.EnumUseOf(JsonValueReader.Underlying(type), member) switch
    {
        JsonEnumUse.ByName when JsonEnumReader.HasUnnamedZero((INamedTypeSymbol)JsonValueReader.Underlying(type)) => JsonOwnConverter.EnumNameOrNumber,
        JsonEnumUse.ByName => JsonOwnConverter.EnumName,
        JsonEnumUse.ByNumber => JsonOwnConverter.EnumNumber,
        _ => JsonCustomReader.Of(member, type, _reader.Assembly)?.Kind ?? JsonOwnConverter.None,
    };

    // What is told before it is given what was read must not have it yet.
    private bool IsSetLater => _isHidden || (_callbacks & JsonCallbacks.OnDeserializing) != 0;

    private void AddIgnoredArgument(ISymbol member, IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue && !JsonValueReader.AcceptsNull(parameter.Type) && !parameter.Type.IsValueType)
        {
            Refuse(member, $"it is ignored, but the constructor's parameter {parameter.Name} needs a value: give the parameter a default value");
        }

        _arguments.Add(parameter.Name, JsonConstructorReader.DefaultOf(parameter) ?? $"default({JsonNames.OfUse(parameter.Type)})");
    }

    // What a non-nullable reference could omit is null, which it refuses to be. What would come back as another value is always written.
    private JsonOmission OmissionOf(ISymbol member, JsonValueModel value, bool isOmittable) => JsonAttributes.IgnoreOf(member, _defaults) switch
    {
        JsonIgnore.WhenWriting => JsonOmission.Always,
        JsonIgnore.WhenWritingNull or JsonIgnore.WhenWritingDefault when !isOmittable => JsonOmission.Never,
        JsonIgnore.WhenWritingNull or JsonIgnore.WhenWritingDefault when value.AcceptsNull => JsonOmission.WhenNull,
        JsonIgnore.WhenWritingDefault when !value.IsReference => JsonOmission.WhenDefault,
        _ => JsonOmission.Never,
    };

    private bool IsMandatory(ISymbol member) =>
        (JsonMemberReader.IsRequired(member) && (_isHidden || !_isComplete)) || member.FindJsonAttribute("JsonRequiredAttribute") is not null;

    private EquatableArray<string> Unset() => _isComplete
        ? EquatableArray<string>.Empty
        : JsonMemberReader.MembersOf(_type)
            .Where(m => JsonMemberReader.IsRequired(m) && !_set.Contains(m.Name))
            .Select(static m => TypeNames.Escaped(m.Name))
            .ToEquatableArray();
}
