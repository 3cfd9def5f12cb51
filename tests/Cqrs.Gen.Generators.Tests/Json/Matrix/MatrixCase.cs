namespace Cqrs.Gen.Generators.Tests.Json.Matrix;

/// <summary>What shows the status of one row of <c>generators/JSON.md</c>.</summary>
/// <param name="Row">The row's first column, without its backticks.</param>
/// <param name="Source">Declarations; <c>$E</c> stands for the event's name.</param>
/// <param name="Samples">Events to write and read, as expressions.</param>
/// <param name="Defaults">What stands before the namespace; cases with the same are compiled together.</param>
internal sealed record MatrixCase(string Row, string Source, string Samples, string Defaults = "")
{
    /// <summary>An event with one member of a type.</summary>
    public static MatrixCase Of(string type, params string[] values) => Named(type, type, values);

    /// <summary>The same for a row that is not named exactly as the type.</summary>
    public static MatrixCase Named(string row, string type, params string[] values) =>
        new(row, $"public sealed record $E({type} Member) : IEvent<Account>;", string.Join(", ", values.Select(static v => $"new $E({v})")));

    /// <summary>The case as a class of its own.</summary>
    /// <param name="number">Tells the events of cases apart.</param>
    public string ClassOf(int number) =>
        $"public static class Case{number}\n{{\n{Source}\npublic static IEnumerable<object> Samples => [{Samples}];\n}}\n".Replace("$E", $"Happened{number}", StringComparison.Ordinal);
}
