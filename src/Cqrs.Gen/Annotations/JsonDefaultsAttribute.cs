using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <summary>
/// Says how the types of an assembly are written as JSON where they say nothing themselves. The properties are named after the options of
/// System.Text.Json that they stand for, and attributes on a type or member go before them.
/// </summary>
/// <remarks>
/// For a type of an assembly without this attribute, that of the assembly counts for which the code is generated. A change of these defaults changes
/// what is stored: payloads written before are read only if they still fit, and snapshots are made anew.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JsonDefaultsAttribute : Attribute
{
    /// <summary>How names of members follow from their names in C#. <see cref="JsonKnownNamingPolicy.CamelCase"/> unless set.</summary>
    public JsonKnownNamingPolicy PropertyNamingPolicy { get; set; } = JsonKnownNamingPolicy.CamelCase;

    /// <summary>How enumerations are written that have no <see cref="JsonConverterAttribute"/>. <see cref="JsonEnumFormat.Name"/> unless set.</summary>
    public JsonEnumFormat EnumFormat { get; set; } = JsonEnumFormat.Name;

    /// <summary>
    /// Which members without a <see cref="JsonIgnoreAttribute"/> are left out when they are written: none unless set; else
    /// <see cref="JsonIgnoreCondition.WhenWritingNull"/> or <see cref="JsonIgnoreCondition.WhenWritingDefault"/>. What was left out is read as null or the
    /// type's default. Any other condition makes no sense here and counts as <see cref="JsonIgnoreCondition.Never"/>.
    /// </summary>
    public JsonIgnoreCondition DefaultIgnoreCondition { get; set; } = JsonIgnoreCondition.Never;

    /// <summary>
    /// What becomes of members that a type does not have. Unless set they are refused, in contrast to System.Text.Json;
    /// <see cref="JsonUnmappedMemberHandling.Skip"/> passes over them, so that they are lost when the value is written again.
    /// </summary>
    public JsonUnmappedMemberHandling UnmappedMemberHandling { get; set; } = JsonUnmappedMemberHandling.Disallow;

    /// <summary>Whether public fields are members, with or without a <see cref="JsonIncludeAttribute"/>. False unless set.</summary>
    public bool IncludeFields { get; set; }

    /// <summary>
    /// How numbers are written and read where no <see cref="JsonNumberHandlingAttribute"/> says so. <see cref="JsonNumberHandling.Strict"/> unless set, as JSON numbers alone.
    /// <see cref="JsonNumberHandling.WriteAsString"/> is refused at build without <see cref="JsonNumberHandling.AllowReadingFromString"/>.
    /// </summary>
    public JsonNumberHandling NumberHandling { get; set; }
}
