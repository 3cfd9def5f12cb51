using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>What <c>[assembly: JsonDefaults]</c> says, or what holds without it.</summary>
/// <param name="Naming">How names of members follow from their names in C#.</param>
/// <param name="WritesEnumNumbers">True if enumerations that do not say otherwise are written as numbers.</param>
/// <param name="Ignore">When members that do not say otherwise are left out.</param>
/// <param name="SkipsUnknown">True if members that a type does not have are passed over.</param>
/// <param name="IncludesFields">True if public fields are members.</param>
/// <param name="Numbers">How numbers that do not say otherwise are written and read.</param>
internal sealed record JsonDefaults(JsonNaming Naming, bool WritesEnumNumbers, JsonIgnore Ignore, bool SkipsUnknown, bool IncludesFields, JsonNumbers Numbers)
{
    private static readonly JsonDefaults Unless = new(JsonNaming.CamelCase, WritesEnumNumbers: false, JsonIgnore.Never, SkipsUnknown: false, IncludesFields: false, JsonNumbers.Strict);

    /// <summary>The defaults for a type: those of the assembly that declares it if it has any, else those of the one for which code is generated.</summary>
    public static JsonDefaults Of(ITypeSymbol type, IAssemblySymbol assembly) =>
        Of(type.ContainingAssembly) ?? Of(assembly) ?? Unless;

    /// <summary>What holds in an assembly wherever no type of it decides.</summary>
    public static JsonOptionsModel OptionsOf(IAssemblySymbol assembly)
    {
        JsonDefaults defaults = Of(assembly) ?? Unless;
        return new(defaults.Naming, defaults.Numbers);
    }

    private static JsonDefaults? Of(IAssemblySymbol? assembly)
    {
        if (assembly?.FindAttribute("JsonDefaultsAttribute") is not { } attribute)
        {
            return null;
        }

        JsonDefaults defaults = Unless;
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            defaults = (argument.Key, argument.Value.Value) switch
            {
                ("PropertyNamingPolicy", int naming) => defaults with { Naming = (JsonNaming)naming },
                ("EnumFormat", int format) => defaults with { WritesEnumNumbers = format == 1 },
                ("DefaultIgnoreCondition", (int)JsonIgnore.WhenWritingNull or (int)JsonIgnore.WhenWritingDefault) =>
                    defaults with { Ignore = (JsonIgnore)(int)argument.Value.Value! },
                ("UnmappedMemberHandling", int handling) => defaults with { SkipsUnknown = handling == 0 },
                ("IncludeFields", bool includes) => defaults with { IncludesFields = includes },
                ("NumberHandling", int numbers) => defaults with { Numbers = (JsonNumbers)numbers },
                _ => defaults,
            };
        }

        return defaults;
    }
}
