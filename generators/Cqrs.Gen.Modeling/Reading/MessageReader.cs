using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads the types that implement <c>IEvent&lt;TAggregate&gt;</c> or <c>ICommand&lt;TAggregate&gt;</c>.</summary>
internal static class MessageReader
{
    /// <summary>What the type is to each aggregate that it names; empty if it is no event or command, or not one that can be stored.</summary>
    public static EquatableArray<MessageModel> Read(INamedTypeSymbol type, IFindingSink findings)
    {
        bool isEvent = type.IsMessage(MessageKind.Event);
        bool isCommand = type.IsMessage(MessageKind.Command);
        if ((!isEvent && !isCommand) || type.IsAbstract || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return EquatableArray<MessageModel>.Empty;
        }

        if (NotUsable(type) is { } reason)
        {
            findings.Report(FindingKind.MessageNotUsable, type, type.ShortName(), reason);
            return EquatableArray<MessageModel>.Empty;
        }

        List<MessageModel> messages = [];
        if (isEvent)
        {
            AddTo(messages, type, MessageKind.Event, findings);
        }

        if (isCommand)
        {
            AddTo(messages, type, MessageKind.Command, findings);
        }

        return messages.ToEquatableArray();
    }

    private static void AddTo(List<MessageModel> messages, INamedTypeSymbol type, MessageKind kind, IFindingSink findings)
    {
        bool isOwned = false;
        AttributeData? settings = kind == MessageKind.Event ? type.FindAttribute("EventAttribute") : null;
        string name = kind == MessageKind.Event ? PersistedNames.OfEvent(type) : PersistedNames.OfCommand(type);
        if (!PersistedNames.IsWellFormed(name))
        {
            findings.Report(FindingKind.NameNotWellFormed, type, type.ShortName(), name);
        }

        int version = Setting(settings, "Version", 1);
        if (version < 1)
        {
            findings.Report(FindingKind.VersionNotPositive, type, type.ShortName(), version.ToString(CultureInfo.InvariantCulture));
        }

        foreach (INamedTypeSymbol owner in type.OwnersOf(kind))
        {
            isOwned = true;
            messages.Add(new(
                kind,
                owner.FullName(),
                type.FullName(),
                type.ShortName(),
                DomainTypeReader.DepthOf(type),
                name,
                version,
                Setting(settings, "ChangesNoState", false),
                JsonValueReader.ConverterOf(type),
                JsonCustomReader.Of(type, type, type.ContainingAssembly) is not null));
        }

        if (!isOwned)
        {
            string contract = kind == MessageKind.Event ? "IEvent" : "ICommand";
            findings.Report(FindingKind.MessageHasNoAggregate, type, type.ShortName(), $"it implements {contract}; implement {contract}<TAggregate> of the aggregate it belongs to");
        }
    }

    private static string? NotUsable(INamedTypeSymbol type)
    {
        if (type.IsGenericType)
        {
            return "it is generic, so it has no single persisted shape";
        }

        if (type.IsFileLocal)
        {
            return "it is local to its file, where generated code cannot name it";
        }

        return JsonHomeReader.HomeOf(type) is { } home && !Owners(type).Any(owner => IsSeenBy(owner, home))
            ? $"it is private to {home.ShortName()}, where the code of its aggregate cannot reach it: make it internal, or declare it in its aggregate"
            : null;
    }

    private static IEnumerable<INamedTypeSymbol> Owners(INamedTypeSymbol type) => type.OwnersOf(MessageKind.Event).Concat(type.OwnersOf(MessageKind.Command));

    // What a contract stands for is not known here: it may be an aggregate in there.
    private static bool IsSeenBy(INamedTypeSymbol owner, INamedTypeSymbol home)
    {
        if (owner.FindAttribute("AggregateAttribute") is null)
        {
            return home.IsAbstract || HoldsAggregate(home);
        }

        for (INamedTypeSymbol? current = owner; current is not null; current = current.ContainingType)
        {
            if (current.IsOrDerivesFrom(home))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsAggregate(INamedTypeSymbol type) => type.FindAttribute("AggregateAttribute") is not null || type.GetTypeMembers().Any(HoldsAggregate);

    private static T Setting<T>(AttributeData? attribute, string name, T otherwise)
    {
        if (attribute is not null)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Key == name && argument.Value.Value is T value)
                {
                    return value;
                }
            }
        }

        return otherwise;
    }
}
