using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads the <c>Key</c> methods of a query. Each one binds or is a finding.</summary>
internal static class KeyReader
{
    public static EquatableArray<KeyModel> Read(INamedTypeSymbol query, IFindingSink findings)
    {
        Dictionary<string, KeyModel> keys = new(StringComparer.Ordinal);
        foreach (IMethodSymbol method in ApplyReader.MethodsOf(query, "Key"))
        {
            if (method.IsDeclaredTwice())
            {
                continue;
            }

            if (ReadOne(method, query, out string? reason) is not { } key)
            {
                findings.Report(FindingKind.KeyDoesNotBind, method, method.ShortName(), reason!);
            }
            else if (keys.ContainsKey(key.Event))
            {
                findings.Report(FindingKind.BoundTwice, method, query.ShortName(), "Key", method.Parameters[0].Type.ShortName());
            }
            else
            {
                keys.Add(key.Event, key);
            }
        }

        return keys.Values.OrderByDescending(static k => k.Depth).ThenBy(static k => k.Event, StringComparer.Ordinal).ToEquatableArray();
    }

    private static KeyModel? ReadOne(IMethodSymbol method, INamedTypeSymbol query, out string? reason)
    {
        if (!method.IsStatic)
        {
            reason = "it is not static; the key says which document to load, so there is none yet";
            return null;
        }

        if (method.IsGenericMethod || method.Parameters.Length == 0 || method.Parameters[0].Type is not INamedTypeSymbol e || !e.IsMessage(MessageKind.Event))
        {
            reason = "its first parameter is not an event";
            return null;
        }

        if (!ReturnsKeys(method))
        {
            reason = $"it returns {method.ReturnType.ShortName()}; return a string, or several as IEnumerable<string>";
            return null;
        }

        if (!IsConsumed(e, query))
        {
            reason = $"no Apply of {query.ShortName()} takes {e.ShortName()}; write one, or remove the key";
            return null;
        }

        bool isMany = method.ReturnType.SpecialType != SpecialType.System_String;
        EquatableArray<ParameterModel>? parameters = ParameterReader.Read(method, ParameterReader.Allowed.EventContext, out reason);
        return parameters is null ? null : new(e.FullName(), DomainTypeReader.DepthOf(e), isMany, parameters.Value);
    }

    /// <summary>True for a method that returns a string or several.</summary>
    public static bool ReturnsKeys(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_String || IsStrings(method.ReturnType) || method.ReturnType.AllInterfaces.Any(IsStrings);

    // An Apply whose event cannot be found may be the one that consumes it.
    private static bool IsConsumed(INamedTypeSymbol e, INamedTypeSymbol query) => ApplyReader.MethodsOf(query)
        .Where(static apply => apply.Parameters.Length > 0)
        .Select(static apply => apply.Parameters[0].Type)
        .Any(applied => !applied.IsFound() || applied.IsOrDerivesFrom(e) || e.IsOrDerivesFrom(applied));

    private static bool IsStrings(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } enumerable
        && enumerable.TypeArguments[0].SpecialType == SpecialType.System_String;
}
