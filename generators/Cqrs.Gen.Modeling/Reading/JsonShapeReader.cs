using System.Threading;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads how types are written as JSON: those asked for, and all that they reach.</summary>
internal sealed class JsonShapeReader
{
    private readonly Dictionary<JsonConverterModel, JsonTypeModel> _types = [];
    private readonly HashSet<JsonConverterModel> _seen = [];
    private readonly Queue<Func<JsonTypeModel>> _pending = new();
    private readonly Dictionary<ITypeSymbol, ISymbol> _users = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellationToken;

    private JsonShapeReader(IAssemblySymbol assembly, IFindingSink findings, CancellationToken cancellationToken)
    {
        Assembly = assembly;
        Findings = findings;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The assembly for which code is generated: what it cannot see, generated code cannot either.</summary>
    public IAssemblySymbol Assembly { get; }

    private IFindingSink Findings { get; }

    /// <summary>How a type is written where it says nothing itself.</summary>
    public JsonDefaults DefaultsOf(ITypeSymbol type) => JsonDefaults.Of(type, Assembly);

    /// <summary>The type and all that it reaches, as far as they need a converter; ordered by name.</summary>
    /// <param name="root">An event, a command, or any other type.</param>
    /// <param name="assembly">The assembly for which code is generated.</param>
    /// <param name="findings">Receives what has no JSON.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static EquatableArray<JsonTypeModel> ReadClosure(
        ITypeSymbol root, IAssemblySymbol assembly, IFindingSink findings, CancellationToken cancellationToken)
    {
        JsonShapeReader reader = new(assembly, findings, cancellationToken);
        if (UnsupportedMessage(root, assembly) is { } unsupported)
        {
            reader.Report(root, root, unsupported);
            reader._types.Add(JsonValueReader.ConverterOf(root), JsonTypeReader.Unsupported(root, unsupported));
        }
        else if (reader.ValueOf(root, root, null, out string reason) is null && JsonHomeReader.CanHold(root))
        {
            reader._types.Add(JsonValueReader.ConverterOf(root), JsonTypeReader.Unsupported(root, reason));
        }

        return reader.ReadPending();
    }

    /// <summary>The whole state of an aggregate or a query, and the types that it reaches.</summary>
    /// <param name="type">The class, all of whose declarations are partial.</param>
    /// <param name="findings">Receives what has no JSON.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static JsonStateModel ReadState(INamedTypeSymbol type, IFindingSink findings, CancellationToken cancellationToken)
    {
        JsonShapeReader reader = new(type.ContainingAssembly, findings, cancellationToken);
        JsonTypeModel state = JsonStateReader.Read(type, reader);
        return new(type.ToModel(), state, reader.ReadPending());
    }

    /// <summary>A query's document as others see it, and the types that it reaches.</summary>
    /// <param name="type">The query's class.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static EquatableArray<JsonTypeModel> ReadDocument(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        JsonShapeReader reader = new(type.ContainingAssembly, NoFindings.Instance, cancellationToken);
        JsonConverterModel converter = JsonValueReader.ConverterOf(type);
        if (JsonTypeReader.UnsupportedReason(type, reader.DefaultsOf(type)) is null && JsonCollectionReader.KindOf(type) is null)
        {
            reader._seen.Add(converter);
            reader._types.Add(converter, JsonObjectReader.Read(type, reader, isDocument: true));
        }

        return reader.ReadPending();
    }

    /// <summary>One use of a type; the type itself will be read too.</summary>
    /// <param name="type">The type as it is declared there.</param>
    /// <param name="user">Who uses it: a finding points there.</param>
    /// <param name="numbers">How its numbers are written and read, if the user decides that.</param>
    /// <param name="reason">Why the type has no JSON; reported already.</param>
    /// <returns>Null if the type has no JSON.</returns>
    public JsonValueModel? ValueOf(ITypeSymbol type, ISymbol user, JsonNumbers? numbers, out string reason)
    {
        ITypeSymbol plain = JsonValueReader.Underlying(type);
        Remember(plain, user);
        JsonValueModel value = JsonValueReader.Read(type);
        JsonEnumUse? use = EnumUseOf(plain, user);
        JsonCustomReader? custom = use is not null ? null
            : (user is ITypeSymbol ? null : JsonCustomReader.Of(user, type, Assembly)) ?? JsonCustomReader.Of(plain, plain, Assembly);
        reason = "";
        bool isNumber = custom is null && JsonTokens.IsNumber(value.Token);
        bool holdsNumbers = custom is null && value.Token is null && JsonNumberReader.HoldsNumbers(plain);
        if (isNumber || holdsNumbers)
        {
            value = value with { Numbers = numbers ?? JsonNumberReader.OfType(plain, DefaultsOf(plain)) };
        }

        bool isClosedSet = custom is null && JsonClosedSetReader.IsClosedSet(plain);
        string? problem = custom is not null ? custom.Reason
            : isClosedSet ? JsonClosedSetReader.UnsupportedReason(plain, Assembly)
            : value.Numbers is { } handling && JsonNumberReader.UnsupportedReason(handling) is { } lost ? lost
            : value.Token is not null ? null
            : JsonTypeReader.UnsupportedReason(plain, DefaultsOf(plain));
        if (problem is { } unsupported)
        {
            reason = unsupported;
            Report(user, plain, reason);
            return null;
        }

        if (custom is not null)
        {
            bool handlesNull = value.AcceptsNull && custom.HandlesNull;
            value = value with { Token = null, Converter = custom.Converter(handlesNull), HandlesNull = handlesNull };
            Enqueue(value.Converter!, () => custom.Read(handlesNull));
        }
        else if (use is { } form)
        {
            value = value with { Converter = EnumOf((INamedTypeSymbol)plain, form) };
        }
        else if (holdsNumbers)
        {
            JsonNumbers of = value.Numbers!.Value;
            value = value with { Converter = JsonCollectionReader.ConverterOf(plain, of, this) };
            Enqueue(value.Converter!, () => JsonCollectionReader.Read(plain, of, this)!);
        }
        else if (value.Converter is not null && !isClosedSet)
        {
            // A closed set is brought by its aggregate.
            Enqueue(value.Converter!, () => JsonTypeReader.Read(plain, this));
        }

        return value;
    }

    /// <summary>The converter for a use of an enumeration that decides how it is written; the enumeration will be read too.</summary>
    public JsonConverterModel EnumOf(INamedTypeSymbol type, JsonEnumUse use)
    {
        JsonConverterModel converter = JsonEnumReader.ConverterOf(type, use);
        Enqueue(converter, () => JsonEnumReader.Read(type, use, this));
        return converter;
    }

    /// <summary>The converter of one of a hierarchy's types, which will be read too.</summary>
    /// <param name="type">The type.</param>
    /// <param name="hierarchy">The type from which it derives: a finding points there.</param>
    /// <param name="reason">Why it cannot be one; reported already.</param>
    /// <returns>Null if it cannot.</returns>
    public JsonConverterModel? CaseOf(INamedTypeSymbol type, INamedTypeSymbol hierarchy, out string reason)
    {
        reason = JsonCustomReader.Of(type, type, Assembly) is not null ? "it has a converter of its own, which knows nothing of the discriminator: let a member have the converter"
            : JsonCollectionKind.OfUser(type) is not null ? "it is a collection, in which a discriminator has no place: make the collection a member of it"
            : JsonHomeReader.HomeOf(type) is { } home && JsonHomeReader.UnsupportedReason(home) is { } hidden ? hidden
            : JsonTypeReader.UnsupportedObject(type) ?? "";
        if (reason.Length > 0)
        {
            Report(hierarchy, type, reason);
            return null;
        }

        JsonConverterModel converter = JsonHierarchyReader.ConverterOfCase(type);
        Enqueue(converter, () => JsonObjectReader.Read(type, this));
        return converter;
    }

    /// <summary>Says that a member has no JSON.</summary>
    public void Report(ISymbol member, ITypeSymbol type, string reason)
    {
        if (type.IsFound())
        {
            ISymbol user = UserOf(member);
            string what = user switch
            {
                ITypeSymbol self when SymbolEqualityComparer.Default.Equals(self, type) => $"'{type.ShortName()}'",
                ITypeSymbol collection => $"'{type.ShortName()}' in '{collection.ShortName()}'",
                _ when SymbolEqualityComparer.Default.Equals(user, member) => $"'{user.ShortName()}' of type '{type.ShortName()}'",
                _ => $"'{type.ShortName()}' in '{user.ShortName()}' of type '{JsonMemberReader.TypeOf(user).ShortName()}'",
            };
            Findings.Report(FindingKind.MemberNotSerializable, user, what, reason);
        }
    }

    // The first to use a type; a collection of collections is its items' user.
    private void Remember(ITypeSymbol type, ISymbol user)
    {
        if (!_users.ContainsKey(type) && !SymbolEqualityComparer.Default.Equals(type, user))
        {
            _users.Add(type, user);
        }
    }

    // A collection of the framework is not the user's to mend: the member that has it is.
    private ISymbol UserOf(ISymbol culprit)
    {
        while (culprit is ITypeSymbol && culprit.DeclaringSyntaxReferences.IsEmpty && _users.TryGetValue((ITypeSymbol)culprit, out ISymbol? user))
        {
            culprit = user;
        }

        return culprit;
    }

    // A collection or what a converter of the user's writes may be any JSON, but not where members are written beside its own.
    private static string? UnsupportedMessage(ITypeSymbol root, IAssemblySymbol assembly) =>
        JsonCustomReader.Of(root, root, assembly) is not null
            ? root.IsMessage(MessageKind.Command)
                ? "a command is written as an object with its $type, which a converter of its own knows nothing of: let a member have the converter"
                : null
        : root.IsMessage(MessageKind.Command) && JsonHierarchyReader.IsHierarchy(root)
            ? "a command is told from others by its $type, so it cannot be the base of a hierarchy: mark a base class or an interface of it"
        : root is INamedTypeSymbol message && JsonCollectionKind.OfUser(message) is { Reason: null }
            ? "it is a collection, but an event or a command is written as an object: make the collection a member of it"
        : null;

    /// <summary>How a member says that its enumeration is written, or null if it says nothing.</summary>
    public static JsonEnumUse? EnumUseOf(ITypeSymbol type, ISymbol user) => type.TypeKind != TypeKind.Enum || user is ITypeSymbol ? null : JsonAttributes.EnumStyleOf(user) switch
    {
        JsonEnumStyle.String => JsonEnumUse.ByName,
        JsonEnumStyle.Number => JsonEnumUse.ByNumber,
        _ => null,
    };

    private void Enqueue(JsonConverterModel converter, Func<JsonTypeModel> read)
    {
        if (_seen.Add(converter))
        {
            _pending.Enqueue(read);
        }
    }

    private EquatableArray<JsonTypeModel> ReadPending()
    {
        while (_pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            JsonTypeModel type = _pending.Dequeue()();
            _types.Add(type.Converter, type);
        }

        return _types.Values
            .OrderBy(static t => t.Converter.Home, StringComparer.Ordinal)
            .ThenBy(static t => t.Converter.Name, StringComparer.Ordinal)
            .ToEquatableArray();
    }
}
