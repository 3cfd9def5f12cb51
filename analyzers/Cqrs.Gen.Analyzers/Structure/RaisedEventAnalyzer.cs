using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>An event that nothing in the assembly of its aggregate ever makes, so that no Handle can raise it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RaisedEventAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.EventNeverRaised];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            Events events = new(new Domain(start.Compilation));
            start.RegisterSymbolAction(symbol => events.Declare((INamedTypeSymbol)symbol.Symbol, symbol.CancellationToken), SymbolKind.NamedType);
            start.RegisterOperationAction(operation => events.Make(operation.Operation), OperationKind.ObjectCreation, OperationKind.With, OperationKind.Invalid);
            start.RegisterCompilationEndAction(end => events.Report(end.ReportDiagnostic));
        });
    }

    /// <summary>The events of a compilation, and which of them are made. Safe for concurrent use.</summary>
    private sealed class Events(Domain domain)
    {
        private readonly ConcurrentBag<(INamedTypeSymbol Event, INamedTypeSymbol Aggregate)> _declared = [];
        private readonly ConcurrentDictionary<ITypeSymbol, bool> _made = new(SymbolEqualityComparer.Default);
        private volatile bool _isUnsure;

        public void Declare(INamedTypeSymbol type, CancellationToken cancellationToken)
        {
            if (!type.IsMessage(MessageKind.Event) || IsRetired(type))
            {
                return;
            }

            foreach (MessageModel message in MessageReader.Read(type, NoFindings.Instance).Where(static m => m.Kind == MessageKind.Event))
            {
                INamedTypeSymbol owner = type.OwnersOf(MessageKind.Event).First(o => o.FullName() == message.Owner);
                if (domain.AggregateOf(owner) is { } aggregate && domain.MethodsOf(aggregate, cancellationToken).AllHandlersBind)
                {
                    _declared.Add((type, aggregate));
                    return;
                }
            }
        }

        public void Make(IOperation operation)
        {
            if (operation is IInvalidOperation)
            {
                // Code that does not compile may be what makes the event.
                _isUnsure = true;
            }
            else if (operation.Type is { } type && type.IsMessage(MessageKind.Event))
            {
                _made[type] = true;
            }
        }

        public void Report(Action<Diagnostic> report)
        {
            foreach ((INamedTypeSymbol e, INamedTypeSymbol aggregate) in _declared.Where(x => !_isUnsure && !_made.ContainsKey(x.Event)))
            {
                new FindingReporter(report, new(), e).Report(FindingKind.EventNeverRaised, e, e.ShortName(), aggregate.ShortName());
            }
        }

        private static bool IsRetired(INamedTypeSymbol e) => e.FindAttribute("EventAttribute") is { } settings
            && settings.NamedArguments.Any(static a => a is { Key: "Retired", Value.Value: true });
    }
}
