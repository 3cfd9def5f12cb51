using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads the <c>Handle</c> methods of an aggregate. Each one binds or is a finding.</summary>
internal static class HandlerReader
{
    public static EquatableArray<HandlerModel> Read(INamedTypeSymbol aggregate, INamedTypeSymbol contract, IFindingSink findings)
    {
        Dictionary<string, HandlerModel> handlers = new(StringComparer.Ordinal);
        foreach (IMethodSymbol method in aggregate.GetMembers("Handle").OfType<IMethodSymbol>().Where(static m => m.MethodKind == MethodKind.Ordinary))
        {
            if (method.IsDeclaredTwice())
            {
                continue;
            }

            if (ReadOne(method, contract, out string? reason) is not { } handler)
            {
                findings.Report(FindingKind.HandleDoesNotBind, method, method.ShortName(), reason!);
            }
            else if (handlers.ContainsKey(handler.Command))
            {
                findings.Report(FindingKind.BoundTwice, method, aggregate.ShortName(), "Handle", handler.CommandName);
            }
            else
            {
                handlers.Add(handler.Command, handler);
            }
        }

        return handlers.Values.OrderByDescending(static h => h.Depth).ThenBy(static h => h.Command, StringComparer.Ordinal).ToEquatableArray();
    }

    private static HandlerModel? ReadOne(IMethodSymbol method, INamedTypeSymbol contract, out string? reason)
    {
        if (method.IsGenericMethod)
        {
            reason = "it is generic; write one Handle for each command";
            return null;
        }

        if (method.Parameters.Length == 0)
        {
            reason = "it takes no command; its first parameter must be one";
            return null;
        }

        if (method.Parameters[0].Type is not INamedTypeSymbol command || !command.OwnersOf(MessageKind.Command).Contains(contract, SymbolEqualityComparer.Default))
        {
            reason = $"its first parameter, {method.Parameters[0].Type.ShortName()}, does not implement ICommand<{contract.ShortName()}>";
            return null;
        }

        HandlerAwait awaits = Unwrap(method.ReturnType, out ITypeSymbol result);
        if (ReturnOf(result, contract) is not { } returns)
        {
            reason = $"it returns {method.ReturnType.ShortName()}; return an event of {contract.ShortName()} or Decision<{contract.ShortName()}>, or a Task or ValueTask of one";
            return null;
        }

        string resultType = returns == HandlerReturn.Decision ? contract.FullName() : result.FullName();
        EquatableArray<ParameterModel>? parameters = ParameterReader.Read(
            method,
            ParameterReader.Allowed.AggregateContext | ParameterReader.Allowed.CancellationToken | ParameterReader.Allowed.Services,
            out reason);
        return parameters is null
            ? null
            : new(command.FullName(), command.ShortName(), DomainTypeReader.DepthOf(command), method.IsStatic, returns, awaits, resultType, parameters.Value);
    }

    private static HandlerAwait Unwrap(ITypeSymbol type, out ITypeSymbol result)
    {
        result = type;
        if (type.IsSystem("ValueTask", 1, "System", "Threading", "Tasks"))
        {
            result = ((INamedTypeSymbol)type).TypeArguments[0];
            return HandlerAwait.ValueTask;
        }

        if (type.IsSystem("Task", 1, "System", "Threading", "Tasks"))
        {
            result = ((INamedTypeSymbol)type).TypeArguments[0];
            return HandlerAwait.Task;
        }

        return HandlerAwait.Nothing;
    }

    private static HandlerReturn? ReturnOf(ITypeSymbol type, INamedTypeSymbol contract)
    {
        if (type.IsContract("Decision", 1))
        {
            return SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)type).TypeArguments[0], contract) ? HandlerReturn.Decision : null;
        }

        bool isEvent = type.OwnersOf(MessageKind.Event).Contains(contract, SymbolEqualityComparer.Default)
            || (type.IsContract("IEvent", 1) && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)type).TypeArguments[0], contract));
        return isEvent ? HandlerReturn.Event : null;
    }
}
