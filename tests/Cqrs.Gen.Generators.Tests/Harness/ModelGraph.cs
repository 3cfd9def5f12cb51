using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Generators.Tests;

/// <summary>Walks every value that a named step of the generator kept, and refuses what would keep a compilation alive or break equality.</summary>
internal static class ModelGraph
{
    public static void AssertHoldsNoCompilation(GeneratorRunResult result)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach ((string step, System.Collections.Immutable.ImmutableArray<IncrementalGeneratorRunStep> runs) in result.TrackedSteps)
        {
            // The compiler's own steps hold syntax; ours have names of ours.
            if (step.StartsWith("Cqrs", StringComparison.Ordinal))
            {
                foreach ((object value, _) in runs.SelectMany(static run => run.Outputs))
                {
                    Visit(value, step, seen);
                }
            }
        }
    }

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic or Compilation or SemanticModel,
            $"{path} holds a {value.GetType()}");
        Assert.False(value is IList and not Array && value.GetType().Name.StartsWith("List", StringComparison.Ordinal), $"{path} holds a List");
        if (value is IEnumerable many)
        {
            foreach (object? item in many)
            {
                Visit(item, path + "[]", seen);
            }

            return;
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
