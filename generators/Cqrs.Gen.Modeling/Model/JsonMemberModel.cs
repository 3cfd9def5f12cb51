namespace Cqrs.Gen.Modeling;

/// <summary>A property or field of a type written as a JSON object.</summary>
/// <param name="Name">Its name in C#, with keywords escaped.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Local">The name of the local variable that holds its value while the object is read.</param>
/// <param name="Value">Its type.</param>
/// <param name="Set">How it is given its value.</param>
/// <param name="IsMandatory">True if an object without it is refused.</param>
/// <param name="Default">What the constructor's parameter says when it isn't there, as an expression; null for the type's default.</param>
/// <param name="Omission">When it is not written.</param>
/// <param name="Population">The method that adds what was read to what it holds; null if it is replaced.</param>
/// <param name="KeepsComparer">True for a dictionary or set whose comparer the constructor chose.</param>
/// <param name="Field">The field behind it, for one that C# cannot reach directly; else null.</param>
/// <param name="OwnConverter">Whether it says by which converter it is written.</param>
/// <param name="InitOnly">Who declares it, for a property that C# sets in an object initializer alone; else null.</param>
internal sealed record JsonMemberModel(
    string Name,
    string JsonName,
    string Local,
    JsonValueModel Value,
    JsonMemberSet Set,
    bool IsMandatory,
    string? Default,
    JsonOmission Omission,
    string? Population,
    bool KeepsComparer,
    JsonFieldModel? Field,
    JsonOwnConverter OwnConverter,
    JsonInitOnlyModel? InitOnly)
{
    /// <summary>True if it is given its value once the object is made.</summary>
    public bool IsSetLater => Set is JsonMemberSet.Assignment or JsonMemberSet.Field or JsonMemberSet.Population;

    /// <summary>True if it may be missing and keeps the value that the type gives it then.</summary>
    public bool IsOptional => !IsMandatory && (Omission is JsonOmission.Never or JsonOmission.Always)
        && Set is not (JsonMemberSet.Never or JsonMemberSet.Argument or JsonMemberSet.ArgumentAndInitializer);
}

internal enum JsonOwnConverter
{
    /// <summary>It says nothing.</summary>
    None,

    /// <summary>By one of its very type.</summary>
    OfType,

    /// <summary>By one of the type inside its <c>Nullable&lt;T&gt;</c>.</summary>
    OfUnderlying,

    /// <summary>None of the user's, but it says that its enumeration is written by name.</summary>
    EnumName,

    /// <summary>The same of flags of which no name stands for 0, which is written as the number.</summary>
    EnumNameOrNumber,

    /// <summary>None of the user's, but it says that its enumeration is written as a number.</summary>
    EnumNumber,
}

internal enum JsonOmission
{
    /// <summary>It is always written.</summary>
    Never,

    /// <summary>Not when it is null, which is how it is read when it isn't there.</summary>
    WhenNull,

    /// <summary>Not when it has the default of its type, which is how it is read when it isn't there.</summary>
    WhenDefault,

    /// <summary>It is only ever read, from what others wrote.</summary>
    Always,
}

internal enum JsonMemberSet
{
    /// <summary>It is the constructor's argument.</summary>
    Argument,

    /// <summary>It is the constructor's argument, and the compiler requires it to be named once more.</summary>
    ArgumentAndInitializer,

    /// <summary>In the object initializer.</summary>
    Initializer,

    /// <summary>By assignment, once the object is made.</summary>
    Assignment,

    /// <summary>By its field, once the object is made.</summary>
    Field,

    /// <summary>Not itself: what it holds once the object is made is added to.</summary>
    Population,

    /// <summary>Not at all: it follows from other members, and is written for others to read.</summary>
    Never,
}

/// <summary>A field that is reached through an unsafe accessor.</summary>
/// <param name="Type">The full name of the type that declares it.</param>
/// <param name="Name">Its name in metadata.</param>
/// <param name="IsOfStruct">True if that type is a struct, so that a reference to it is needed.</param>
/// <param name="ReadsToo">True if the member's value is read from the field as well.</param>
internal sealed record JsonFieldModel(string Type, string Name, bool IsOfStruct, bool ReadsToo);

/// <summary>A property that C# sets in an object initializer alone.</summary>
/// <param name="Type">The full name of the type that declares it.</param>
/// <param name="HasAccessor">False if no unsafe accessor reaches the setter, as in a generic type.</param>
internal sealed record JsonInitOnlyModel(string Type, bool HasAccessor);
