using System.Collections.Concurrent;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>How the application of a compilation is put together, and which commands are executed. Safe for concurrent additions.</summary>
/// <param name="builder">The type <c>CqrsBuilder</c>.</param>
internal sealed class Composition(INamedTypeSymbol builder)
{
    private readonly ConcurrentBag<(INamedTypeSymbol Module, Location Location)> _modules = [];
    private readonly ConcurrentBag<(INamedTypeSymbol Aggregate, INamedTypeSymbol Command, Location Location)> _executions = [];
    private readonly ConcurrentBag<INamedTypeSymbol> _services = [];
    private volatile bool _isComposed;
    private volatile bool _isPartlyHidden;
    private volatile bool _hasContainer;

    /// <summary>True if an application is put together here, and nowhere else as far as can be seen.</summary>
    public bool IsVisible => _isComposed && !_isPartlyHidden;

    /// <summary>True if a container may have services that cannot be seen.</summary>
    public bool HasContainer => _hasContainer;

    /// <summary>The modules that are added, in the order of the source.</summary>
    public IEnumerable<(INamedTypeSymbol Module, Location Location)> Modules =>
        _modules.OrderBy(static m => m.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static m => m.Location.SourceSpan.Start);

    /// <summary>The commands that are executed, with the aggregates to which they go.</summary>
    public IEnumerable<(INamedTypeSymbol Aggregate, INamedTypeSymbol Command, Location Location)> Executions => _executions;

    /// <summary>The services that are added without a container.</summary>
    public IEnumerable<INamedTypeSymbol> Services => _services;

    public void Add(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.ContainingType.IsContract("CqrsApplication") && method.Name is "Create" or "OpenAsync" && method.IsStatic)
        {
            Compose(call);
        }
        else if (method.ContainingType.IsContract("CqrsServiceCollectionExtensions") && method.Name == "AddCqrs")
        {
            _hasContainer = true;
            Compose(call);
        }
        else if (SymbolEqualityComparer.Default.Equals(method.ContainingType, builder))
        {
            Configure(call);
        }
        else if (method.Name == "ExecuteAsync" && method.ContainingType.IsContract("ICommandBus"))
        {
            Execute(call);
        }
        else if (call.Arguments.Any(a => SymbolEqualityComparer.Default.Equals(a.Value.Type, builder)) && !IsAdapter(method))
        {
            // Whoever else gets the builder may add anything to it.
            _isPartlyHidden = true;
        }
    }

    private void Compose(IInvocationOperation call)
    {
        _isComposed = true;
        bool isLambda = call.Arguments.Any(static a => a.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation });
        _isPartlyHidden |= !isLambda;
    }

    private void Configure(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments is not [INamedTypeSymbol argument])
        {
            // A type parameter: what it stands for is decided elsewhere.
            _isPartlyHidden |= call.TargetMethod is { Name: "AddModule" or "AddService" };
        }
        else if (call.TargetMethod.Name == "AddModule")
        {
            _modules.Add((argument, call.Syntax.GetLocation()));
        }
        else if (call.TargetMethod.Name == "AddService")
        {
            _services.Add(argument);
        }
    }

    private void Execute(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            ITypeSymbol? type = argument.Value is IConversionOperation conversion ? conversion.Operand.Type : argument.Value.Type;
            if (type is INamedTypeSymbol command && AggregatesOf(command).ToArray() is [{ } aggregate] && aggregate.FindAttribute("AggregateAttribute") is not null)
            {
                _executions.Add((aggregate, command, call.Syntax.GetLocation()));
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> AggregatesOf(INamedTypeSymbol command) =>
        command.IsContract("ICommand", 1) ? command.TypeArguments.OfType<INamedTypeSymbol>() : command.OwnersOf(MessageKind.Command);

    // The stores' own extensions, such as UseSqlite, add nothing but the store.
    private static bool IsAdapter(IMethodSymbol method) => method.ContainingAssembly.Name.StartsWith("Cqrs.Gen.", StringComparison.Ordinal);
}
