using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads tuples of values: objects of their fields, <c>Item1</c> and so on, as System.Text.Json knows nothing of names given to them.</summary>
internal static class JsonTupleReader
{
    public static bool IsTuple(INamedTypeSymbol type) => type is { IsTupleType: true, Arity: > 0 };

    /// <summary>Why tuples have no JSON, or null.</summary>
    public static string? UnsupportedReason(JsonDefaults defaults) => defaults.IncludesFields
        ? null
        : "its items are fields, which are left out: use a record, or include fields by [assembly: JsonDefaults(IncludeFields = true)]";

    public static JsonTypeModel Read(INamedTypeSymbol type, JsonShapeReader reader)
    {
        INamedTypeSymbol unnamed = type.TupleUnderlyingType ?? type;
        JsonObjectBuilder builder = new(unnamed, unnamed.InstanceConstructors[0], takesMembers: false, reader);

        // Behind the seventh item, a tuple has another one for the rest; what the compiler shows instead is not there at run time.
        foreach (IFieldSymbol item in unnamed.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && IsStored(f, unnamed)))
        {
            builder.Add(item, JsonMemberSet.Initializer, isMandatory: true);
        }

        return builder.Build(isOpen: false);
    }

    private static bool IsStored(IFieldSymbol item, INamedTypeSymbol type) =>
        type.Arity == 8 ? item.Name is "Item1" or "Item2" or "Item3" or "Item4" or "Item5" or "Item6" or "Item7" or "Rest" : true;
}
