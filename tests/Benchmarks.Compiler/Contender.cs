using System.Collections.Immutable;
using System.Reflection;
using Cqrs.Gen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Benchmarks.Compiler;

/// <summary>A generator and the sources that it is made for.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Source">Writes the file of one part of the domain; the second argument is true for an edited one.</param>
/// <param name="Generators">The generators; none for the compiler alone.</param>
/// <param name="Analyzers">The analyzers.</param>
internal sealed record Contender(
    string Name,
    Func<int, bool, string> Source,
    ImmutableArray<ISourceGenerator> Generators,
    ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    public static Contender[] All { get; } =
    [
        new("Cqrs.Gen", Sources.Aggregate, [new CqrsGenerator().AsSourceGenerator()], Rules()),
        new("System.Text.Json, the events", Sources.JsonContext, Load("System.Text.Json.SourceGeneration.dll"), []),
        new("Mediator, the commands", Sources.Handlers, Load("Mediator.SourceGenerator.dll"), []),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> Rules() =>
    [
        .. typeof(Analyzers.StructureAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static ImmutableArray<ISourceGenerator> Load(string file) =>
    [
        .. Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "generators", file)).GetTypes()
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<GeneratorAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .Select(static type => Activator.CreateInstance(type) switch
            {
                IIncrementalGenerator incremental => incremental.AsSourceGenerator(),
                ISourceGenerator generator => generator,
                _ => throw new InvalidOperationException($"{type} is no generator."),
            }),
    ];
}
