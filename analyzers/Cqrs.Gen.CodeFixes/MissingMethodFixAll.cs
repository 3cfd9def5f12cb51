using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Writes all missing methods of an aggregate at once: written one by one at the same place, they would exclude each other.</summary>
internal sealed class MissingMethodFixAll(MissingMethodFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => fixAllContext.CodeActionEquivalenceKey == nameof(ChangesNoState)
        ? WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext)
        : Task.FromResult<CodeAction?>(CodeAction.Create(
            $"Write all missing {fix.MethodName} methods",
            token => WriteAllAsync(fixAllContext.WithCancellationToken(token)),
            fix.GetType().Name));

    private async Task<Solution> WriteAllAsync(FixAllContext context)
    {
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            solution = await fix.WriteAsync(solution, project.Id, diagnostics, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
