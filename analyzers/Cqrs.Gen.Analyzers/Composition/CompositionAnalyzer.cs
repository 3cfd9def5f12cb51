using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>What an application lacks, as far as it is put together in one assembly before everybody's eyes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompositionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [DiagnosticDescriptors.ModuleNotAdded, DiagnosticDescriptors.ServiceNotAdded, DiagnosticDescriptors.NameClaimedElsewhere];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Cqrs.Gen.CqrsBuilder") is not { } builder)
            {
                return;
            }

            Composition composition = new(builder);
            start.RegisterOperationAction(operation => composition.Add((IInvocationOperation)operation.Operation), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end =>
            {
                MissingModules.Report(composition, end.ReportDiagnostic);
                MissingServices.Report(composition, end.ReportDiagnostic);
                ModuleNames.Report(composition, end.ReportDiagnostic);
            });
        });
    }
}
