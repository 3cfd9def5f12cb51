using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>What is wrong with an aggregate: its methods, its state, and the messages that another assembly declares for it.</summary>
internal static class AggregateFindings
{
    public static void Report(INamedTypeSymbol type, Domain domain, IFindingSink findings, CancellationToken cancellationToken)
    {
        if (AggregateReader.Read(type, findings, cancellationToken) is not { } aggregate)
        {
            return;
        }

        JsonShapeReader.ReadState(type, findings, cancellationToken);
        foreach (INamedTypeSymbol foreign in domain.ForeignMessagesOf(type))
        {
            // The other assembly's build does not know this aggregate, so it is said here.
            foreach (MessageModel message in MessageReader.Read(foreign, NoFindings.Instance).Where(m => m.Owner == aggregate.Contract))
            {
                Completeness.Check(message, foreign, type, culprit: type, domain, findings, cancellationToken);
                JsonShapeReader.ReadClosure(foreign, type.ContainingAssembly, findings, cancellationToken);
            }
        }
    }
}
