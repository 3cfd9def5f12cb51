using System.Threading;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Generators;

/// <summary>Where models come from: our attributes, our contracts, and the project's name.</summary>
internal static class Discovery
{
    public static IncrementalValueProvider<Declarations> Declarations(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => new Declarations(compilation));

    public static IncrementalValuesProvider<AggregateReading> Aggregates(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<Declarations> declarations) =>
        Marked(context, declarations, ContractSymbols.AggregateAttribute, AggregateReading.Read, "Cqrs.Aggregates");

    public static IncrementalValuesProvider<QueryReading> Queries(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<Declarations> declarations) =>
        Marked(context, declarations, ContractSymbols.QueryAttribute, QueryReading.Read, "Cqrs.Queries");

    public static IncrementalValuesProvider<MessageReading> Messages(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<Declarations> declarations) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(IsMessageCandidate, static (candidate, _) => (TypeDeclarationSyntax)candidate.Node)
            .Combine(declarations)
            .Select(static (x, cancellationToken) => MessageReading.Read(x.Left, x.Right, cancellationToken))
            .WithTrackingName("Cqrs.Reading")
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

    // The bodies of methods count for the hash alone.
    private static IncrementalValuesProvider<TReading> Marked<TReading>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<Declarations> declarations,
        string attribute,
        Func<INamedTypeSymbol, string, CancellationToken, TReading?> read,
        string step)
        where TReading : class =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (marked, cancellationToken) => (
                    Node: (TypeDeclarationSyntax)marked.TargetNode,
                    Attribute: marked.Attributes[0].AttributeClass?.Name,
                    LogicHash: LogicFingerprint.Of((INamedTypeSymbol)marked.TargetSymbol, cancellationToken)))
            .Combine(declarations)
            .Select((x, cancellationToken) =>
                x.Right.Find(x.Left.Node, out TypeDeclarationSyntax declaration, cancellationToken) is { } type && IsFirst(type, declaration, x.Left.Attribute, cancellationToken)
                    ? read(type, x.Left.LogicHash, cancellationToken)
                    : null)
            .WithTrackingName("Cqrs.Reading")
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!)
            .WithTrackingName(step);

    // A half-typed program may mark several declarations of one type: it is still written once.
    private static bool IsFirst(INamedTypeSymbol type, TypeDeclarationSyntax declaration, string? attribute, CancellationToken cancellationToken)
    {
        AttributeData first = type.GetAttributes().First(a => a.AttributeClass?.Name == attribute);
        return first.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not { } mark || declaration.Contains(mark);
    }

    private static bool IsMessageCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is TypeDeclarationSyntax { BaseList: not null } declaration
        && declaration is not InterfaceDeclarationSyntax
        && !declaration.Modifiers.Any(SyntaxKind.AbstractKeyword);
}
