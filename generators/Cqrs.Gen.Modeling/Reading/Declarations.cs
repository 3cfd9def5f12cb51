using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>
/// A compilation as the readers see it: they look at declarations, never at the bodies of methods. Two that differ in such bodies alone are equal, so that
/// most edits read nothing again; the earlier one is kept then, and nodes of the later one are looked up in it by their place.
/// </summary>
internal sealed class Declarations(Compilation compilation) : IEquatable<Declarations>
{
    public bool Equals(Declarations? other) => other is not null && (ReferenceEquals(Compilation, other.Compilation) || IsLike(other.Compilation));

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => Compilation.SyntaxTrees.Count();

    private Compilation Compilation => compilation;

    /// <summary>The type that a node declares, which stands in this compilation or in one that is equal.</summary>
    public INamedTypeSymbol? Find(TypeDeclarationSyntax node, out TypeDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        declaration = Compilation.ContainsSyntaxTree(node.SyntaxTree) ? node : Counterpart(node, cancellationToken);
        return Compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) as INamedTypeSymbol;
    }

    private TypeDeclarationSyntax Counterpart(TypeDeclarationSyntax node, CancellationToken cancellationToken)
    {
        int index = TypesOf(node.SyntaxTree, cancellationToken).TakeWhile(n => n != node).Count();
        return TypesOf(Compilation.SyntaxTrees.First(t => t.FilePath == node.SyntaxTree.FilePath), cancellationToken).ElementAt(index);
    }

    private bool IsLike(Compilation other)
    {
        if (compilation.AssemblyName != other.AssemblyName
            || !compilation.Options.Equals(other.Options)
            || !compilation.ExternalReferences.SequenceEqual(other.ExternalReferences))
        {
            return false;
        }

        SyntaxTree[] trees = compilation.SyntaxTrees.ToArray();
        SyntaxTree[] others = other.SyntaxTrees.ToArray();
        return trees.Length == others.Length && trees.Zip(others, (a, b) => a == b || (HasOwnPath(b, others) && IsLike(a, b))).All(static alike => alike);
    }

    private static bool HasOwnPath(SyntaxTree tree, SyntaxTree[] trees) => tree.FilePath.Length > 0 && trees.Count(t => t.FilePath == tree.FilePath) == 1;

    private static bool IsLike(SyntaxTree a, SyntaxTree b) =>
        a.FilePath == b.FilePath
        && a.Options.Equals(b.Options)
        && Declared(a).SequenceEqual(Declared(b))
        && Directives(a).SequenceEqual(Directives(b));

    private static IEnumerable<(int Kind, string Text)> Declared(SyntaxTree tree) =>
        tree.GetRoot().DescendantTokens(static n => !IsBody(n)).Select(static t => (t.RawKind, t.ValueText));

    // Such as #nullable, which stand beside the tokens.
    private static IEnumerable<string> Directives(SyntaxTree tree) => tree.GetRoot() is { ContainsDirectives: true } root
        ? root.DescendantTrivia().Where(static t => t.IsDirective).Select(static t => t.ToString())
        : [];

    private static IEnumerable<TypeDeclarationSyntax> TypesOf(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken).DescendantNodes(static n => !IsBody(n)).OfType<TypeDeclarationSyntax>();

    private static bool IsBody(SyntaxNode node) => (node is BlockSyntax or ArrowExpressionClauseSyntax) && node.Parent is MethodDeclarationSyntax;
}
