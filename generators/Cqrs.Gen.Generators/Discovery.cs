using System.Threading;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Generators;

/// <summary>Where models come from: our attributes, our contracts, and the project's name.</summary>
internal static class Discovery
{
    public static IncrementalValuesProvider<AggregateReading> Aggregates(IncrementalGeneratorInitializationContext context) =>
        Marked(context, ContractSymbols.AggregateAttribute, AggregateReading.Read, "Cqrs.Aggregates");

    public static IncrementalValuesProvider<QueryReading> Queries(IncrementalGeneratorInitializationContext context) =>
        Marked(context, ContractSymbols.QueryAttribute, QueryReading.Read, "Cqrs.Queries");

    public static IncrementalValuesProvider<MessageReading> Messages(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(IsMessageCandidate, static (candidate, cancellationToken) => MessageReading.Read(candidate, cancellationToken))
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!)
            .WithTrackingName("Cqrs.Messages");

    public static IncrementalValueProvider<JsonOptionsModel> JsonOptions(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => JsonDefaults.OptionsOf(compilation.Assembly))
            .WithTrackingName("Cqrs.JsonOptions");

    public static IncrementalValueProvider<ModuleModel> Module(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName)
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => (
                Space: options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? space) ? space : null,
                Name: options.GlobalOptions.TryGetValue("build_property.CqrsModuleName", out string? name) ? name : null)))
            .Select(static (x, _) => ModuleReader.Read(x.Left, x.Right.Space, x.Right.Name))
            .WithTrackingName("Cqrs.Module");

    private static IncrementalValuesProvider<TReading> Marked<TReading>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Func<INamedTypeSymbol, CancellationToken, TReading?> read,
        string step)
        where TReading : class =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (marked, cancellationToken) => IsFirst(marked, cancellationToken) ? read((INamedTypeSymbol)marked.TargetSymbol, cancellationToken) : null)
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!)
            .WithTrackingName(step);

    // A half-typed program may mark several declarations of one type: it is still written once.
    private static bool IsFirst(GeneratorAttributeSyntaxContext marked, CancellationToken cancellationToken)
    {
        string? name = marked.Attributes[0].AttributeClass?.Name;
        AttributeData first = marked.TargetSymbol.GetAttributes().First(a => a.AttributeClass?.Name == name);
        return first.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not { } mark || marked.TargetNode.Contains(mark);
    }

    private static bool IsMessageCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is TypeDeclarationSyntax { BaseList: not null } declaration
        && declaration is not InterfaceDeclarationSyntax
        && !declaration.Modifiers.Any(SyntaxKind.AbstractKeyword);
}
