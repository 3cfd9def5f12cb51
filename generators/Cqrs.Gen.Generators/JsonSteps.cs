using System.Collections.Immutable;
using Cqrs.Gen.Generators.Emitters;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Generators;

/// <summary>The steps from all that brings types to their converters and their metadata for System.Text.Json, and to what finds it.</summary>
internal sealed class JsonSteps
{
    private readonly IncrementalValuesProvider<JsonTypeSource>[] _sources;
    private readonly IncrementalValueProvider<JsonTypeIndex> _converters;
    private readonly IncrementalValueProvider<JsonTypeInfoIndex> _descriptions;

    /// <param name="sources">What brings types that are written.</param>
    /// <param name="documents">What brings types that are described alone.</param>
    /// <param name="sets">The closed sets of the assembly's aggregates.</param>
    /// <param name="owners">The names of the aggregates.</param>
    /// <param name="options">What holds in the assembly where no type decides.</param>
    public JsonSteps(
        IncrementalValuesProvider<JsonTypeSource>[] sources,
        IncrementalValuesProvider<JsonTypeSource> documents,
        IncrementalValuesProvider<ClosedSetModel> sets,
        IncrementalValueProvider<ImmutableArray<string>> owners,
        IncrementalValueProvider<JsonOptionsModel> options)
    {
        IncrementalValueProvider<ImmutableArray<JsonTypeSource>> written = sources[0].Collect();
        foreach (IncrementalValuesProvider<JsonTypeSource> source in sources.Skip(1))
        {
            written = written.Combine(source.Collect()).Select(static (x, _) => x.Left.AddRange(x.Right));
        }

        _sources = [.. sources, documents];
        _converters = written.Combine(owners)
            .Select(static (x, _) => new JsonTypeIndex(x.Left, x.Right))
            .WithTrackingName("Cqrs.TypeIndex");
        _descriptions = written.Combine(documents.Collect()).Combine(sets.Collect()).Combine(owners).Combine(options)
            .Select(static (x, _) => new JsonTypeInfoIndex(x.Left.Left.Left.Left.AddRange(x.Left.Left.Left.Right), x.Left.Left.Right, x.Left.Right, x.Right))
            .WithTrackingName("Cqrs.TypeInfoIndex");
    }

    /// <summary>The names of all types, for people and files.</summary>
    public IncrementalValueProvider<EquatableArray<string>> DisplayNames =>
        _converters.Combine(_descriptions).Select(static (x, _) => x.Left.DisplayNames.Concat(x.Right.DisplayNames).ToEquatableArray());

    public void Emit(Outputs outputs)
    {
        foreach (IncrementalValuesProvider<JsonTypeSource> source in _sources)
        {
            outputs.Emit(
                source.Combine(_converters).Combine(_descriptions).SelectMany(static (x, _) => JsonFileModel.Of(x.Left.Left, x.Left.Right, x.Right)),
                JsonTypeEmitter.Emit);
        }

        outputs.Emit(_descriptions.SelectMany(static (index, _) => index.IsNeeded ? ImmutableArray.Create(index.Resolver) : []), TypeInfoResolverEmitter.Emit);
    }
}
