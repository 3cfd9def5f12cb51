using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads the <c>Apply</c> methods of an aggregate or a query. Each one binds or is a finding.</summary>
internal static class ApplyReader
{
    /// <param name="type">The aggregate or query.</param>
    /// <param name="allowed">What its Apply methods may take beside the event.</param>
    /// <param name="notAnEvent">Says why an event is not one it can apply, or null if it can.</param>
    /// <param name="findings">Where near misses are reported.</param>
    public static EquatableArray<ApplierModel> Read(
        INamedTypeSymbol type,
        ParameterReader.Allowed allowed,
        Func<INamedTypeSymbol, string?> notAnEvent,
        IFindingSink findings)
    {
        Dictionary<string, ApplierModel> appliers = new(StringComparer.Ordinal);
        foreach (IMethodSymbol method in MethodsOf(type))
        {
            if (method.IsDeclaredTwice())
            {
                continue;
            }

            if (ReadOne(method, type, allowed, notAnEvent, out string? reason) is not { } applier)
            {
                findings.Report(FindingKind.ApplyDoesNotBind, method, method.ShortName(), reason!);
            }
            else if (appliers.ContainsKey(applier.Event))
            {
                findings.Report(FindingKind.BoundTwice, method, type.ShortName(), "Apply", method.Parameters[0].Type.ShortName());
            }
            else
            {
                appliers.Add(applier.Event, applier);
            }
        }

        return appliers.Values.OrderByDescending(static a => a.Depth).ThenBy(static a => a.Event, StringComparer.Ordinal).ToEquatableArray();
    }

    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type, string name = "Apply") =>
        type.GetMembers(name).OfType<IMethodSymbol>().Where(static m => m.MethodKind == MethodKind.Ordinary);

    private static ApplierModel? ReadOne(
        IMethodSymbol method,
        INamedTypeSymbol type,
        ParameterReader.Allowed allowed,
        Func<INamedTypeSymbol, string?> notAnEvent,
        out string? reason)
    {
        if (method.IsGenericMethod)
        {
            reason = "it is generic; write one Apply for each event";
            return null;
        }

        if (method.Parameters.Length == 0 || method.Parameters[0].Type is not INamedTypeSymbol e)
        {
            reason = "it takes no event; its first parameter must be one";
            return null;
        }

        if (notAnEvent(e) is { } why)
        {
            reason = why;
            return null;
        }

        ApplierShape shape;
        if (method.ReturnsVoid && !method.IsStatic && !method.IsAsync)
        {
            shape = ApplierShape.Mutates;
        }
        else if (SymbolEqualityComparer.Default.Equals(method.ReturnType, type))
        {
            shape = method.IsStatic ? ApplierShape.Creates : ApplierShape.Returns;
        }
        else
        {
            reason = method switch
            {
                { IsAsync: true } => "it is async; an Apply only changes the state",
                { IsStatic: true } => $"it is static, but does not return {type.ShortName()}",
                _ => $"it returns {method.ReturnType.ShortName()}; return nothing and change the state, or return the next {type.ShortName()}",
            };
            return null;
        }

        EquatableArray<ParameterModel>? parameters = ParameterReader.Read(method, allowed, out reason);
        return parameters is null ? null : new(e.FullName(), DomainTypeReader.DepthOf(e), shape, parameters.Value);
    }
}
