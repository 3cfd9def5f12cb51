using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>Everything that is read of one aggregate.</summary>
/// <param name="Aggregate">The aggregate itself.</param>
/// <param name="ForeignMessages">Its events and commands that other assemblies declare.</param>
/// <param name="LogicHash">The hash of the code that leads to its state.</param>
/// <param name="State">How its state is written.</param>
/// <param name="Types">How everything else that it brings along is written: what its state reaches, and messages of other assemblies.</param>
internal sealed record AggregateReading(
    AggregateModel Aggregate,
    EquatableArray<MessageModel> ForeignMessages,
    string LogicHash,
    JsonStateModel State,
    JsonTypeSource Types)
{
    public static AggregateReading? Read(INamedTypeSymbol type, string logicHash, CancellationToken cancellationToken)
    {
        if (AggregateReader.Read(type, NoFindings.Instance, cancellationToken) is not { } aggregate)
        {
            return null;
        }

        List<MessageModel> messages = [];
        List<JsonTypeModel> types = [];
        foreach (INamedTypeSymbol message in AggregateReader.ForeignMessages(type))
        {
            MessageModel[] own = MessageReader.Read(message, NoFindings.Instance).Where(m => m.Owner == aggregate.Contract).ToArray();
            if (own.Length > 0)
            {
                messages.AddRange(own);
                types.AddRange(JsonShapeReader.ReadClosure(message, type.ContainingAssembly, NoFindings.Instance, cancellationToken));
            }
        }

        JsonStateModel state = JsonShapeReader.ReadState(type, NoFindings.Instance, cancellationToken);
        return new(
            aggregate,
            messages.ToEquatableArray(),
            logicHash,
            state,
            new("aggregate " + aggregate.Type.FullName, EquatableArray<string>.Empty, types.Concat(state.Types).ToEquatableArray()));
    }

    /// <summary>The closed set of the aggregate's events, wherever they are declared.</summary>
    public IEnumerable<MessageModel> EventsIn(MessageIndex index) => In(index, MessageKind.Event);

    /// <summary>The closed set of the aggregate's commands, wherever they are declared.</summary>
    public IEnumerable<MessageModel> CommandsIn(MessageIndex index) => In(index, MessageKind.Command);

    /// <summary>Both closed sets.</summary>
    public IEnumerable<ClosedSetModel> ClosedSetsIn(MessageIndex index) =>
    [
        ClosedSetModel.Of(Aggregate, MessageKind.Command, CommandsIn(index)),
        ClosedSetModel.Of(Aggregate, MessageKind.Event, EventsIn(index)),
    ];

    private IEnumerable<MessageModel> In(MessageIndex index, MessageKind kind) =>
        index.Of(Aggregate.Contract, kind).Concat(ForeignMessages.Where(m => m.Kind == kind));
}

/// <summary>Everything that is read of one query.</summary>
/// <param name="Query">The query itself.</param>
/// <param name="LogicHash">The hash of the code that leads to its documents.</param>
/// <param name="State">How its documents are written.</param>
/// <param name="Types">How what they reach is written.</param>
/// <param name="Document">A document as others see it, and what that reaches.</param>
internal sealed record QueryReading(QueryModel Query, string LogicHash, JsonStateModel State, JsonTypeSource Types, JsonTypeSource Document)
{
    public static QueryReading? Read(INamedTypeSymbol type, string logicHash, CancellationToken cancellationToken)
    {
        QueryModel? query = QueryReader.Read(type, NoFindings.Instance, cancellationToken);
        if (query is null)
        {
            return null;
        }

        JsonStateModel state = JsonShapeReader.ReadState(type, NoFindings.Instance, cancellationToken);
        return new(
            query,
            logicHash,
            state,
            new("query " + query.Type.FullName, EquatableArray<string>.Empty, state.Types),
            // Behind all others in order, so that whoever writes a type's converter describes it as well.
            new("view of query " + query.Type.FullName, EquatableArray<string>.Empty, JsonShapeReader.ReadDocument(type, cancellationToken)));
    }
}

/// <summary>Everything that is read of one event or command.</summary>
/// <param name="Messages">What it is to each aggregate that it names.</param>
/// <param name="Types">How it is written, and what it reaches.</param>
internal sealed record MessageReading(EquatableArray<MessageModel> Messages, JsonTypeSource Types)
{
    public static MessageReading? Read(TypeDeclarationSyntax candidate, Declarations declarations, CancellationToken cancellationToken)
    {
        if (declarations.Find(candidate, out TypeDeclarationSyntax declaration, cancellationToken) is not { } type
            || !IsFirst(declaration, type, cancellationToken))
        {
            return null;
        }

        EquatableArray<MessageModel> messages = MessageReader.Read(type, NoFindings.Instance);
        return messages.Count == 0
            ? null
            : new(
                messages,
                new(
                    "message " + type.FullName(),
                    messages.Select(static m => m.Owner).Distinct().ToEquatableArray(),
                    JsonShapeReader.ReadClosure(type, type.ContainingAssembly, NoFindings.Instance, cancellationToken)));
    }

    // A type of several parts is read once, at the first of those that are looked at.
    private static bool IsFirst(SyntaxNode node, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { BaseList: not null } declaration
                && !declaration.Modifiers.Any(SyntaxKind.AbstractKeyword))
            {
                return declaration == node;
            }
        }

        return false;
    }
}
