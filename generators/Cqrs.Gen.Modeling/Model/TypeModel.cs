namespace Cqrs.Gen.Modeling;

/// <summary>A type of the user's, as far as its other half must be declared and named.</summary>
/// <param name="Namespace">Its namespace, with keywords escaped; empty for the global one.</param>
/// <param name="ContainingTypes">The types around it, outermost first, as they are declared: <c>record struct Outer</c>.</param>
/// <param name="Keyword"><c>class</c>, <c>record</c>, <c>struct</c> or <c>record struct</c>.</param>
/// <param name="Name">Its name, with keywords escaped.</param>
/// <param name="FullName">Its name for use anywhere: <c>global::Bank.BankAccount</c>.</param>
/// <param name="MetadataName">Its name for people and files: <c>Bank.Outer+BankAccount</c>.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Keyword,
    string Name,
    string FullName,
    string MetadataName);

/// <summary>The one generated class of an assembly.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name, such as <c>BankModule</c>.</param>
/// <param name="AssemblyName">The assembly's name.</param>
internal sealed record ModuleModel(string Namespace, string Name, string AssemblyName)
{
    public string FullName => Namespace.Length == 0 ? "global::" + Name : $"global::{Namespace}.{Name}";
}
