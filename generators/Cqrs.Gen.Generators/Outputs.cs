using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Generators;

/// <summary>Registers the last step of each slice: one model, one file.</summary>
internal sealed class Outputs
{
    private readonly IncrementalGeneratorInitializationContext _context;
    private readonly IncrementalValueProvider<ModuleModel> _module;
    private readonly IncrementalValueProvider<AmbiguousNames> _ambiguous;

    public Outputs(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ModuleModel> module,
        IncrementalValueProvider<AmbiguousNames> ambiguous)
    {
        _context = context;
        _module = module;
        _ambiguous = ambiguous;
    }

    public void Emit<TModel>(IncrementalValuesProvider<TModel> models, Func<TModel, GeneratedFile> emit) =>
        _context.RegisterSourceOutput(models.Combine(_ambiguous), (output, x) => emit(x.Left).AddTo(output, x.Right));

    /// <summary>For files that name the module.</summary>
    public void Emit<TModel>(IncrementalValuesProvider<TModel> models, Func<TModel, ModuleModel, GeneratedFile> emit) =>
        _context.RegisterSourceOutput(models.Combine(_module).Combine(_ambiguous), (output, x) => emit(x.Left.Left, x.Left.Right).AddTo(output, x.Right));
}
