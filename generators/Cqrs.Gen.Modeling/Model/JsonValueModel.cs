namespace Cqrs.Gen.Modeling;

/// <summary>One use of a type: by a member, as an item of a collection, as the value in a dictionary.</summary>
/// <param name="Type">The type as it is declared there: <c>string?</c>, <c>global::Bank.Line</c>.</param>
/// <param name="Token">The name in <c>JsonValues</c> of a type that is one JSON token, such as <c>Int32</c>; else null.</param>
/// <param name="Converter">The generated converter of any other type.</param>
/// <param name="AcceptsNull">True for <c>Nullable&lt;T&gt;</c>, and for a reference type that may be null or does not say.</param>
/// <param name="IsReference">True for a reference type.</param>
/// <param name="HandlesNull">True if null is the converter's to write and to read.</param>
/// <param name="Numbers">How the number is written and read, or those that the collection holds; null for anything else.</param>
internal sealed record JsonValueModel(
    string Type, string? Token, JsonConverterModel? Converter, bool AcceptsNull, bool IsReference, bool HandlesNull = false, JsonNumbers? Numbers = null)
{
    /// <summary>True if null is written and read apart from all other values.</summary>
    public bool TellsNull => AcceptsNull && !HandlesNull;

    /// <summary>The type for <c>typeof</c>, which knows nothing of references that may be null.</summary>
    public string RuntimeType => Converter is null
        ? IsReference ? Type.TrimEnd('?') : Type
        : AcceptsNull && !IsReference ? Converter.RuntimeType + "?" : Converter.RuntimeType;
}

/// <summary>The generated static class that writes and reads one type.</summary>
/// <param name="Home">The full name of the user's type in which it is nested because only that sees the type; null for the module.</param>
/// <param name="IsInherited">True if classes derived from the home see the type, and so must see the converter.</param>
/// <param name="Name">The class's name, which follows from the type's name alone.</param>
/// <param name="RuntimeType">The type as it is at run time, where nothing says whether a reference may be null: <c>global::System.Collections.Generic.List&lt;string&gt;</c>.</param>
internal sealed record JsonConverterModel(string? Home, bool IsInherited, string Name, string RuntimeType)
{
    /// <summary>The class in the home or the module that holds this converter and its like.</summary>
    public string Group => Home is null ? "Json" : IsInherited ? "GeneratedInheritedJson" : "GeneratedJson";
}
