using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the case of one <c>Apply</c> method, for aggregates and queries alike.</summary>
internal static class ApplierWriter
{
    /// <summary>The expression for a first state; where none can be made, it throws.</summary>
    public static string FirstState(string? initialState, string name) => initialState
        ?? $"throw new global::System.InvalidOperationException({Literal.Of($"The {name} has no first state yet: only an event with a static Apply can begin it.")})";

    public static void WriteCase(SourceWriter writer, ApplierModel applier, string self, string variable, string firstState)
    {
        string arguments = Arguments(applier.Parameters);
        writer.Line($"case {applier.Event} x:").Indent();
        switch (applier.Shape)
        {
            case ApplierShape.Creates:
                writer.Line($"return {self}.Apply({arguments});");
                break;
            case ApplierShape.Returns:
                writer.Line($"return ({variable} ?? {firstState}).Apply({arguments});");
                break;
            default:
                writer.Line(firstState.StartsWith("throw ", StringComparison.Ordinal) ? $"{variable} = {variable} ?? {firstState};" : $"{variable} ??= {firstState};")
                    .Line($"{variable}.Apply({arguments});")
                    .Line($"return {variable};");
                break;
        }

        writer.Outdent();
    }

    public static string Arguments(EquatableArray<ParameterModel> parameters) =>
        string.Join(", ", parameters.Select(static p => p.Kind == ParameterKind.Message ? "x" : "context"));
}
