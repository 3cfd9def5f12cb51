using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Puts together an object of members and a constructor, and remembers the first thing that makes it impossible.</summary>
internal sealed class JsonObjectBuilder
{
    private readonly INamedTypeSymbol _type;
    private readonly ImmutableArray<IParameterSymbol> _parameters;
    private readonly JsonShapeReader _reader;
    private readonly bool _isComplete;
    private readonly List<JsonMemberModel> _members = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _arguments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private string? _reason;

    /// <param name="type">The type.</param>
    /// <param name="constructor">How it is made.</param>
    /// <param name="takesMembers">False for a constructor that is called without arguments.</param>
    /// <param name="reader">Reads the types of its members.</param>
    public JsonObjectBuilder(INamedTypeSymbol type, IMethodSymbol constructor, bool takesMembers, JsonShapeReader reader)
    {
        _type = type;
        _parameters = takesMembers ? constructor.Parameters : ImmutableArray<IParameterSymbol>.Empty;
        _reader = reader;
        _isComplete = JsonConstructorReader.SetsRequiredMembers(constructor);
    }

    /// <summary>The constructor's parameter that gives a member its value, or null.</summary>
    public IParameterSymbol? ParameterFor(ISymbol member) =>
        _parameters.FirstOrDefault(p => !_arguments.ContainsKey(p.Name) && JsonConstructorReader.Fits(p, member));

    /// <summary>A member that the constructor sets.</summary>
    public void AddArgument(ISymbol member, IParameterSymbol parameter)
    {
        bool isNamedAgain = JsonMemberReader.IsRequired(member) && !_isComplete;
        bool isMandatory = !parameter.HasExplicitDefaultValue || IsMandatory(member);
        if (AddModel(member, isNamedAgain ? JsonMemberSet.ArgumentAndInitializer : JsonMemberSet.Argument, isMandatory, JsonConstructorReader.DefaultOf(parameter), null)
            is { } local)
        {
            _arguments.Add(parameter.Name, local);
        }
    }

    /// <summary>A member that is set in another way, or not at all.</summary>
    public void Add(ISymbol member, JsonMemberSet set, JsonFieldModel? field = null, bool isMandatory = false) =>
        AddModel(member, set, set != JsonMemberSet.Never && (isMandatory || IsMandatory(member)), null, field);

    /// <summary>A member that makes the type impossible to write or read.</summary>
    public void Refuse(ISymbol member, string reason)
    {
        _reason ??= $"{member.Name}: {reason}";
        _reader.Report(member, JsonMemberReader.TypeOf(member), reason);
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

        JsonConverterModel converter = own ?? JsonValueReader.ConverterOf(_type);
        TypeModel? home = own is null ? JsonHomeReader.HomeOf(_type)?.ToModel() : _type.ToModel();
        string name = JsonNames.OfType(_type);
        string display = JsonNames.OfDisplay(_type);
        return _reason is not null
            ? new JsonUnsupportedModel(converter, home, name, display, _reason)
            : new JsonObjectModel(
                converter,
                home,
                name,
                display,
                _type.IsReferenceType,
                isOpen,
                _members.ToEquatableArray(),
                _parameters.Select(p => _arguments[p.Name]).ToEquatableArray(),
                Unset());
    }

    /// <returns>The member's local name, or null if it was refused.</returns>
    private string? AddModel(ISymbol member, JsonMemberSet set, bool isMandatory, string? otherwise, JsonFieldModel? field)
    {
        string jsonName = JsonNames.OfMember(member);
        JsonIgnore ignore = JsonAttributes.IgnoreOf(member);
        string? unsupported =
            JsonMemberReader.IsForbidden(member) ? "it is obsolete in a way that forbids its use: mark it with [JsonIgnore]"
            : ignore is not (JsonIgnore.Never or JsonIgnore.WhenWritingNull) ? $"[JsonIgnore] with the condition {ignore} is not supported yet"
            : JsonAttributes.UnsupportedOn(member) ?? JsonMemberReader.UnsupportedName(jsonName, _names);
        if (unsupported is null && JsonAttributes.EnumStyleOf(member) != JsonEnumStyle.Default)
        {
            unsupported = "[JsonConverter] on a member is not supported yet: mark the enumeration";
        }

        if (unsupported is not null)
        {
            Refuse(member, unsupported);
            return null;
        }

        ITypeSymbol type = JsonMemberReader.TypeOf(member);
        if (_reader.ValueOf(type, member, out string reason) is not { } value)
        {
            _reason ??= $"{member.Name}: {reason}";
            return null;
        }

        bool omitsNull = ignore == JsonIgnore.WhenWritingNull && value.AcceptsNull;
        string local = JsonMemberReader.LocalOf(member, _locals);
        _set.Add(member.Name);
        _members.Add(new(
            TypeNames.Escaped(member.Name),
            jsonName,
            local,
            value,
            set,
            isMandatory && !omitsNull,
            otherwise,
            omitsNull,
            set is JsonMemberSet.Field or JsonMemberSet.Assignment && JsonCollectionReader.HasComparer(type),
            field));
        return local;
    }

    private bool IsMandatory(ISymbol member) =>
        (JsonMemberReader.IsRequired(member) && !_isComplete) || member.FindJsonAttribute("JsonRequiredAttribute") is not null;

    private EquatableArray<string> Unset() => _isComplete
        ? EquatableArray<string>.Empty
        : JsonMemberReader.MembersOf(_type)
            .Where(m => JsonMemberReader.IsRequired(m) && !_set.Contains(m.Name))
            .Select(static m => TypeNames.Escaped(m.Name))
            .ToEquatableArray();
}
