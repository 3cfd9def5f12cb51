namespace Cqrs.Gen;

/// <summary>How enumerations are written as JSON.</summary>
public enum JsonEnumFormat
{
    /// <summary>By name, as they are declared or as <c>[JsonStringEnumMemberName]</c> says; those that combine flags as a number.</summary>
    Name,

    /// <summary>As the number behind the name.</summary>
    Number,
}
