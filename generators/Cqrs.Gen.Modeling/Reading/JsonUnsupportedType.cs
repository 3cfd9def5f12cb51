using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Types of the framework that look as if they had a JSON form, and what to use instead.</summary>
internal static class JsonUnsupportedType
{
    /// <summary>Why a type has no JSON, or null if nothing special is to be said of it.</summary>
    public static string? ReasonOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } =>
            "it may be anything, and no JSON may say which type to make: use a type of your own, or JsonElement for any JSON",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } or { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } =>
            "its size depends on the machine: use long or ulong",
        { TypeKind: TypeKind.Delegate } => "a delegate is code, which has no JSON: mark the member with [JsonIgnore]",
        IArrayTypeSymbol { Rank: > 1 } => "an array of several dimensions has no JSON: use an array of arrays",
        _ when type.IsSystem("BigInteger", 0, "System", "Numerics") =>
            "System.Text.Json has no converter for it: use Int128, decimal or a string, or give the member a [JsonConverter]",
        _ when type.IsSystem("Rune", 0, "System", "Text") => "System.Text.Json has no converter for it: use a string, or an int for its value",
        _ when type.IsSystem("Type", 0, "System") => "no JSON may name a type of the program: use a string or an enumeration of your own",
        _ => null,
    };
}
