namespace Cqrs.Gen;

/// <summary>
/// Marks a <c>partial</c> class as an aggregate: the generator writes its other half from its <c>Handle</c> and <c>Apply</c> methods.
/// </summary>
/// <remarks>
/// A class state is changed by <c>void Apply(TEvent)</c>; a record state is replaced by what <c>Apply</c> returns.
/// If the aggregate has static <c>Handle</c> methods, those commands create it and all others need it to exist.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AggregateAttribute : Attribute
{
    /// <summary>Names the aggregate by the kebab-case of its type's name: <c>BankAccount</c> is persisted as <c>bank-account</c>.</summary>
    public AggregateAttribute()
    {
    }

    /// <summary>Names the aggregate explicitly, so that renaming the class does not rename what is stored.</summary>
    /// <param name="name">The persisted name: 1 to 128 characters of <c>a-z</c>, <c>0-9</c>, <c>-</c>, <c>.</c> and <c>_</c>.</param>
    public AggregateAttribute(string name) => Name = name;

    /// <summary>The persisted name, or null to derive it from the type's name.</summary>
    public string? Name { get; }

    /// <summary>
    /// The type by which events and commands name their aggregate when they live in an assembly that cannot see it: they then
    /// implement <c>IEvent&lt;Contract&gt;</c> and <c>ICommand&lt;Contract&gt;</c>. Null (the default) for the aggregate itself.
    /// </summary>
    public Type? Contract { get; set; }
}
