using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Methods that their author believes to handle a command, apply an event or give its key, and that nobody calls.</summary>
internal static class NearMisses
{
    // The names that other frameworks and other languages give to the same thing.
    private static readonly string[] LikeHandle = ["Execute", "Decide", "On", "Process", "Receive"];
    private static readonly string[] LikeApply = ["When", "On", "Evolve", "Mutate", "Project", "Consume"];
    private static readonly string[] LikeKey = ["GetKey", "GetKeys", "Identity", "DocumentId", "PartitionKey"];

    /// <param name="type">The aggregate or query.</param>
    /// <param name="isLacking">Whether a message is one that the type should take, and none of its methods does.</param>
    /// <param name="findings">Receives what is found.</param>
    public static void Report(INamedTypeSymbol type, Func<MessageKind, INamedTypeSymbol, bool> isLacking, FindingReporter findings)
    {
        foreach (IMethodSymbol method in OrdinaryMethodsOf(type))
        {
            if (NearMissOf(method, MessageKind.Event) is { } e && isLacking(MessageKind.Event, e))
            {
                ReportMisnamed(method, e, "Apply", findings);
            }
            else if (NearMissOf(method, MessageKind.Command) is { } command && isLacking(MessageKind.Command, command))
            {
                ReportMisnamed(method, command, "Handle", findings);
            }
        }

        foreach (IMethodSymbol method in AggregateMethods.InheritedBy(type))
        {
            MessageKind kind = method.Name == "Apply" ? MessageKind.Event : MessageKind.Command;
            if (MessageOf(method, kind) is { } message && isLacking(kind, message))
            {
                findings.Report(FindingKind.InheritedMethod, type, type.ShortName(), method.ShortName(), method.Name, message.ShortName());
            }
        }
    }

    /// <summary>True if a method of the aggregate takes the message under a name that is nearly right.</summary>
    public static bool Has(INamedTypeSymbol aggregate, MessageKind kind, INamedTypeSymbol message) =>
        OrdinaryMethodsOf(aggregate).Any(method => NearMissOf(method, kind) is { } taken && message.IsOrDerivesFrom(taken));

    /// <summary>Methods of a query that give the keys of an event which has no Key.</summary>
    public static void ReportKeys(INamedTypeSymbol query, FindingReporter findings)
    {
        foreach (IMethodSymbol method in OrdinaryMethodsOf(query).Where(static m => m.Name != "Key" && IsNear(m.Name, "Key", LikeKey) && KeyReader.ReturnsKeys(m)))
        {
            if (MessageOf(method, MessageKind.Event) is { } e
                && !ApplyReader.MethodsOf(query, "Key").Any(key => key.Parameters.Length > 0 && e.IsOrDerivesFrom(key.Parameters[0].Type)))
            {
                ReportMisnamed(method, e, "Key", findings);
            }
        }
    }

    /// <summary>Handle methods of a query, which handles nothing: they were meant to be an Apply, or do not belong there.</summary>
    public static void ReportHandles(INamedTypeSymbol query, AggregateMethods methods, FindingReporter findings)
    {
        foreach (IMethodSymbol method in ApplyReader.MethodsOf(query, "Handle"))
        {
            if (method.Parameters.Length > 0 && MessageOf(method, MessageKind.Event) is { } e && methods.Lacks(MessageKind.Event, e))
            {
                ReportMisnamed(method, e, "Apply", findings);
            }
            else
            {
                findings.Report(
                    FindingKind.HandleDoesNotBind, method, method.ShortName(), $"{query.ShortName()} is a query, which handles nothing; move it to an aggregate, or give it another name");
            }
        }
    }

    private static void ReportMisnamed(IMethodSymbol method, INamedTypeSymbol message, string meant, FindingReporter findings) => findings.Report(
        FindingKind.MisnamedMethod,
        method,
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Name, meant),
        method.ShortName(),
        message.ShortName(),
        meant);

    private static IEnumerable<IMethodSymbol> OrdinaryMethodsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(static m =>
            m is { MethodKind: MethodKind.Ordinary, IsOverride: false, Parameters.Length: > 0 } && m.Name is not ("Handle" or "Apply"));

    /// <summary>The event or command that the method takes under a name that is nearly right, or null.</summary>
    private static INamedTypeSymbol? NearMissOf(IMethodSymbol method, MessageKind kind) =>
        (kind == MessageKind.Event ? IsNear(method.Name, "Apply", LikeApply) : IsNear(method.Name, "Handle", LikeHandle)) ? MessageOf(method, kind) : null;

    private static INamedTypeSymbol? MessageOf(IMethodSymbol method, MessageKind kind) =>
        method.Parameters[0].Type is INamedTypeSymbol type && type.IsMessage(kind) ? type : null;

    private static bool IsNear(string name, string meant, string[] alike) =>
        name.StartsWith(meant, StringComparison.OrdinalIgnoreCase)
        || alike.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Distance(name, meant) <= Math.Min(2, meant.Length / 2);

    /// <summary>How many letters must be added, removed or replaced.</summary>
    private static int Distance(string from, string to)
    {
        int[] previous = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int[] current = new int[to.Length + 1];
            current[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = previous[j - 1] + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
