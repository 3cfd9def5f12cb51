namespace Cqrs.Gen;

/// <summary>A query of a module.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Name">The query's persisted name.</param>
/// <param name="Type">The query's class.</param>
/// <param name="Inline">How its documents are made, or null if it is asynchronous.</param>
internal sealed record QueryEntry(string Module, string Name, Type Type, InlineQuery? Inline);
