using System.Collections.Immutable;
using Cqrs.Gen.Generators.Emitters;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Generators;

/// <summary>The steps from all that brings types to their metadata for System.Text.Json, and to what finds it.</summary>
internal sealed class JsonTypeInfoSteps
{
    private readonly IncrementalValuesProvider<JsonTypeSource>[] _sources;

    public JsonTypeInfoSteps(
        IncrementalValuesProvider<JsonTypeSource>[] sources,
        IncrementalValuesProvider<ClosedSetModel> sets,
        IncrementalValueProvider<ImmutableArray<string>> owners,
        IncrementalValueProvider<JsonOptionsModel> options)
    {
        _sources = sources;
        IncrementalValueProvider<ImmutableArray<JsonTypeSource>> all = sources[0].Collect();
        foreach (IncrementalValuesProvider<JsonTypeSource> source in sources.Skip(1))
        {
            all = all.Combine(source.Collect()).Select(static (x, _) => x.Left.AddRange(x.Right));
        }

        Index = all.Combine(sets.Collect()).Combine(owners).Combine(options)
            .Select(static (x, _) => new JsonTypeInfoIndex(x.Left.Left.Left, x.Left.Left.Right, x.Left.Right, x.Right))
            .WithTrackingName("Cqrs.TypeInfoIndex");
    }

    public IncrementalValueProvider<JsonTypeInfoIndex> Index { get; }

    public void Emit(Outputs outputs)
    {
        foreach (IncrementalValuesProvider<JsonTypeSource> source in _sources)
        {
            outputs.Emit(source.Combine(Index).SelectMany(static (x, _) => x.Right.DescribedBy(x.Left)), TypeInfoEmitter.Emit);
        }

        outputs.Emit(Index.SelectMany(static (index, _) => index.IsNeeded ? ImmutableArray.Create(index.Resolver) : []), TypeInfoResolverEmitter.Emit);
    }
}
