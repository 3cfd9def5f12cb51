using System.Collections.Immutable;
using System.Threading;
using Cqrs.Gen.Generators.Emitters;
using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Generators;

/// <summary>
/// Writes the other half of aggregates and queries. Only wiring: readers turn symbols into models, each emitter gets a slice of a model of its own, so that
/// an edit emits again only what it changes.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CqrsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ModuleModel> module = ReadModule(context);
        IncrementalValuesProvider<AggregateReading> aggregates = Marked(context, ContractSymbols.AggregateAttribute, AggregateReading.Read, "Cqrs.Aggregates");
        IncrementalValuesProvider<QueryReading> queries = Marked(context, ContractSymbols.QueryAttribute, QueryReading.Read, "Cqrs.Queries");
        IncrementalValuesProvider<MessageReading> messages = context.SyntaxProvider
            .CreateSyntaxProvider(IsMessageCandidate, static (candidate, cancellationToken) => MessageReading.Read(candidate, cancellationToken))
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!)
            .WithTrackingName("Cqrs.Messages");
        IncrementalValueProvider<MessageIndex> index = messages.SelectMany(static (reading, _) => reading.Messages)
            .Collect()
            .Select(static (all, _) => new MessageIndex(all))
            .WithTrackingName("Cqrs.MessageIndex");

        WriteAggregates(context, aggregates, index, module);
        WriteQueries(context, queries, module);
        WriteTypes(context, aggregates, queries, messages, module);
        WriteModule(context, aggregates, queries, module);
    }

    private static void WriteAggregates(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<AggregateReading> aggregates,
        IncrementalValueProvider<MessageIndex> index,
        IncrementalValueProvider<ModuleModel> module)
    {
        IncrementalValuesProvider<(AggregateReading Reading, MessageIndex Index)> whole = aggregates.Combine(index);
        Emit(context, aggregates.Select(static (a, _) => IdentityModel.Of(a.Aggregate)), AggregateEmitter.Emit);
        Emit(context, aggregates.Select(static (a, _) => DispatchModel.Of(a.Aggregate)), DispatchEmitter.Emit);
        Emit(context, whole.Select(static (x, _) => ApplyModel.Of(x.Reading.Aggregate, x.Reading.EventsIn(x.Index))), ApplyEmitter.Emit);
    }

    private static void WriteQueries(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<QueryReading> queries,
        IncrementalValueProvider<ModuleModel> module) =>
        Emit(context, queries.Select(static (q, _) => q.Query), QueryEmitter.Emit);

    private static void WriteTypes(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<AggregateReading> aggregates,
        IncrementalValuesProvider<QueryReading> queries,
        IncrementalValuesProvider<MessageReading> messages,
        IncrementalValueProvider<ModuleModel> module)
    {
    }

    private static void WriteModule(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<AggregateReading> aggregates,
        IncrementalValuesProvider<QueryReading> queries,
        IncrementalValueProvider<ModuleModel> module)
    {
        IncrementalValueProvider<ImmutableArray<string>> aggregateNames = aggregates.Select(static (a, _) => a.Aggregate.Type.FullName).Collect();
        IncrementalValueProvider<ImmutableArray<string>> queryNames = queries.Select(static (q, _) => q.Query.Type.FullName).Collect();
        IncrementalValueProvider<ModuleContentModel> content = module.Combine(aggregateNames).Combine(queryNames)
            .Select(static (x, _) => ModuleContentModel.Of(x.Left.Left, x.Left.Right, x.Right))
            .WithTrackingName("Cqrs.Module");
        context.RegisterSourceOutput(content, static (output, model) =>
        {
            if (!model.IsEmpty)
            {
                ModuleEmitter.Emit(model).AddTo(output);
            }
        });
    }

    private static IncrementalValueProvider<ModuleModel> ReadModule(IncrementalGeneratorInitializationContext context) =>
        context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName)
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => (
                options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? space) ? space : null,
                options.GlobalOptions.TryGetValue("build_property.CqrsModuleName", out string? name) ? name : null)))
            .Select(static (x, _) => ModuleReader.Read(x.Left, x.Right.Item1, x.Right.Item2));

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
                (marked, cancellationToken) => read((INamedTypeSymbol)marked.TargetSymbol, cancellationToken))
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!)
            .WithTrackingName(step);

    private static bool IsMessageCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is TypeDeclarationSyntax { BaseList: not null } declaration
        && declaration is not InterfaceDeclarationSyntax
        && !declaration.Modifiers.Any(SyntaxKind.AbstractKeyword);

    private static void Emit<TModel>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<TModel> models,
        Func<TModel, GeneratedFile> emit) =>
        context.RegisterSourceOutput(models, (output, model) => emit(model).AddTo(output));
}
