using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Analyzers;

/// <summary>State that others than Apply can change, and messages that change after they were made.</summary>
internal static class Mutability
{
    public static void ReportState(INamedTypeSymbol aggregate, IFindingSink findings)
    {
        foreach (ISymbol member in aggregate.GetMembers().Where(IsSettable))
        {
            findings.Report(FindingKind.MutableState, member, member.ShortName(), AdviceFor(member));
        }
    }

    public static void ReportMessage(INamedTypeSymbol message, IFindingSink findings)
    {
        if (message.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return;
        }

        ISymbol[] settable = [.. message.GetMembers().Where(IsSettable)];
        if (settable.Any(IsParameter))
        {
            // Only a record struct that is not read-only has such members.
            findings.Report(FindingKind.MutableMessage, message, message.ShortName(), "make it a readonly record struct");
        }

        foreach (ISymbol member in settable.Where(static m => !IsParameter(m)))
        {
            findings.Report(FindingKind.MutableMessage, member, member.ShortName(), member is IFieldSymbol ? "make it read-only" : "make its setter init");
        }
    }

    // What is required must be as visible as its class.
    private static string AdviceFor(ISymbol member) => member switch
    {
        IPropertySymbol { IsRequired: true } => "make its setter init, or private without the modifier required",
        IPropertySymbol => "make its setter private",
        IFieldSymbol { IsRequired: true } => "make it private without the modifier required",
        _ => "make it private",
    };

    private static bool IsSettable(ISymbol member) => !member.IsStatic && member switch
    {
        IPropertySymbol { IsIndexer: false, SetMethod: { IsInitOnly: false } setter } property => IsOpen(property) && IsOpen(setter),
        IFieldSymbol { IsReadOnly: false, IsImplicitlyDeclared: false } field => IsOpen(field),
        _ => false,
    };

    private static bool IsOpen(ISymbol member) => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsParameter(ISymbol member) => member.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is ParameterSyntax);
}
