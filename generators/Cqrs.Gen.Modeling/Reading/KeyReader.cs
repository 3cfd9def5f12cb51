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

            if (ReadOne(method, out string? reason) is not { } key)
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

    private static KeyModel? ReadOne(IMethodSymbol method, out string? reason)
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

        bool isOne = method.ReturnType.SpecialType == SpecialType.System_String;
        bool isMany = !isOne && (IsStrings(method.ReturnType) || method.ReturnType.AllInterfaces.Any(IsStrings));
        if (!isOne && !isMany)
        {
            reason = $"it returns {method.ReturnType.ShortName()}; return a string, or several as IEnumerable<string>";
            return null;
        }

        EquatableArray<ParameterModel>? parameters = ParameterReader.Read(method, ParameterReader.Allowed.EventContext, out reason);
        return parameters is null ? null : new(e.FullName(), DomainTypeReader.DepthOf(e), isMany, parameters.Value);
    }

    private static bool IsStrings(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } enumerable
        && enumerable.TypeArguments[0].SpecialType == SpecialType.System_String;
}
