using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>Everything that is read of one aggregate.</summary>
/// <param name="Aggregate">The aggregate itself.</param>
/// <param name="ForeignMessages">Its events and commands that other assemblies declare.</param>
/// <param name="LogicHash">The hash of the code that leads to its state.</param>
internal sealed record AggregateReading(AggregateModel Aggregate, EquatableArray<MessageModel> ForeignMessages, string LogicHash)
{
    public static AggregateReading? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        AggregateModel? aggregate = AggregateReader.Read(type, NoFindings.Instance, cancellationToken);
        return aggregate is null
            ? null
            : new(
                aggregate,
                AggregateReader.ForeignMessages(type)
                    .SelectMany(static m => MessageReader.Read(m, NoFindings.Instance))
                    .Where(m => m.Owner == aggregate.Contract)
                    .ToEquatableArray(),
                LogicFingerprint.Of(type, cancellationToken));
    }

    /// <summary>The closed set of the aggregate's events, wherever they are declared.</summary>
    public IEnumerable<MessageModel> EventsIn(MessageIndex index) => In(index, MessageKind.Event);

    /// <summary>The closed set of the aggregate's commands, wherever they are declared.</summary>
    public IEnumerable<MessageModel> CommandsIn(MessageIndex index) => In(index, MessageKind.Command);

    private IEnumerable<MessageModel> In(MessageIndex index, MessageKind kind) =>
        index.Of(Aggregate.Contract, kind).Concat(ForeignMessages.Where(m => m.Kind == kind));
}

/// <summary>Everything that is read of one query.</summary>
/// <param name="Query">The query itself.</param>
/// <param name="LogicHash">The hash of the code that leads to its documents.</param>
internal sealed record QueryReading(QueryModel Query, string LogicHash)
{
    public static QueryReading? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        QueryModel? query = QueryReader.Read(type, NoFindings.Instance, cancellationToken);
        return query is null ? null : new(query, LogicFingerprint.Of(type, cancellationToken));
    }
}

/// <summary>Everything that is read of one event or command.</summary>
/// <param name="Messages">What it is to each aggregate that it names.</param>
internal sealed record MessageReading(EquatableArray<MessageModel> Messages)
{
    public static MessageReading? Read(GeneratorSyntaxContext candidate, CancellationToken cancellationToken)
    {
        if (candidate.SemanticModel.GetDeclaredSymbol((TypeDeclarationSyntax)candidate.Node, cancellationToken) is not INamedTypeSymbol type)
        {
            return null;
        }

        EquatableArray<MessageModel> messages = MessageReader.Read(type, NoFindings.Instance);
        return messages.Count == 0 ? null : new(messages);
    }
}
