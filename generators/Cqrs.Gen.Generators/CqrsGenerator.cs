using Cqrs.Gen.Generators.Emitters;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

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
        IncrementalValueProvider<Declarations> declarations = Discovery.Declarations(context);
        IncrementalValuesProvider<AggregateReading> aggregates = Discovery.Aggregates(context, declarations);
        IncrementalValuesProvider<QueryReading> queries = Discovery.Queries(context, declarations);
        IncrementalValuesProvider<MessageReading> messages = Discovery.Messages(context, declarations);
        IncrementalValueProvider<MessageIndex> messageIndex = messages
            .SelectMany(static (reading, _) => reading.Messages)
            .Collect()
            .Select(static (all, _) => new MessageIndex(all))
            .WithTrackingName("Cqrs.MessageIndex");
        IncrementalValuesProvider<(AggregateReading Reading, MessageIndex Index)> indexed = aggregates.Combine(messageIndex);
        IncrementalValuesProvider<ClosedSetModel> sets = indexed.SelectMany(static (x, _) => x.Reading.ClosedSetsIn(x.Index));
        JsonSteps json = new(
            [aggregates.Select(static (a, _) => a.Types), queries.Select(static (q, _) => q.Types), messages.Select(static (m, _) => m.Types)],
            queries.Select(static (q, _) => q.Document),
            sets,
            aggregates.Select(static (a, _) => a.Aggregate.Contract).Collect(),
            Discovery.JsonOptions(context));
        IncrementalValueProvider<EquatableArray<string>> aggregateNames = Names(aggregates.Select(static (a, _) => a.Aggregate.Type));
        IncrementalValueProvider<EquatableArray<string>> queryNames = Names(queries.Select(static (q, _) => q.Query.Type));
        IncrementalValueProvider<AmbiguousNames> ambiguous = aggregates.Select(static (a, _) => a.Aggregate.Type.MetadataName).Collect()
            .Combine(queries.Select(static (q, _) => q.Query.Type.MetadataName).Collect())
            .Combine(json.DisplayNames)
            .Select(static (x, _) => new AmbiguousNames(x.Left.Left.Concat(x.Left.Right).Concat(x.Right)))
            .WithTrackingName("Cqrs.AmbiguousNames");
        IncrementalValueProvider<ModuleModel> module = Discovery.Module(context);
        Outputs outputs = new(context, module, ambiguous);

        WriteAggregates(outputs, indexed, sets);
        WriteQueries(outputs, queries);
        json.Emit(outputs);
        outputs.Emit(
            aggregateNames.Combine(queryNames).SelectMany(static (x, _) => ModuleContentModel.Of(x.Left, x.Right)),
            ModuleEmitter.Emit);
    }

    private static void WriteAggregates(
        Outputs outputs,
        IncrementalValuesProvider<(AggregateReading Reading, MessageIndex Index)> aggregates,
        IncrementalValuesProvider<ClosedSetModel> sets)
    {
        outputs.Emit(aggregates.Select(static (x, _) => DeciderModel.Of(x.Reading.Aggregate, x.Reading.EventsIn(x.Index))), AggregateEmitter.Emit);
        outputs.Emit(sets.Where(static set => set.Kind == MessageKind.Event), EventCatalogEmitter.Emit);
        outputs.Emit(sets.Where(static set => set.Kind == MessageKind.Command), CommandSerializerEmitter.Emit);
        outputs.Emit(aggregates.Select(static (x, _) => StateSerializerModel.Of(x.Reading.State, x.Reading.LogicHash)), StateSerializerEmitter.Emit);
    }

    private static void WriteQueries(Outputs outputs, IncrementalValuesProvider<QueryReading> queries)
    {
        outputs.Emit(queries.Select(static (q, _) => q.Query), QueryEmitter.Emit);
        outputs.Emit(queries.Select(static (q, _) => StateSerializerModel.Of(q.State, q.LogicHash)), StateSerializerEmitter.Emit);
    }

    private static IncrementalValueProvider<EquatableArray<string>> Names(IncrementalValuesProvider<TypeModel> types) =>
        types.Select(static (type, _) => type.FullName)
            .Collect()
            .Select(static (names, _) => names.Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());
}
