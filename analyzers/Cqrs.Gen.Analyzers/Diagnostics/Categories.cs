namespace Cqrs.Gen.Analyzers;

/// <summary>The families of rules, as an .editorconfig names them: <c>dotnet_analyzer_diagnostic.category-Cqrs.Events.severity</c>.</summary>
internal static class Categories
{
    public const string Aggregates = "Cqrs.Aggregates";
    public const string Events = "Cqrs.Events";
    public const string Commands = "Cqrs.Commands";
    public const string Queries = "Cqrs.Queries";
    public const string Serialization = "Cqrs.Serialization";
    public const string Composition = "Cqrs.Composition";
}
