using System.Globalization;

namespace Specimens;

/// <summary>How much hostile input is tried. Both switches are variables of the environment.</summary>
internal static class Effort
{
    /// <summary><c>CQRS_GEN_HOSTILE_PAYLOADS</c>: how many payloads are spoilt, over all specimens; 100,000 unless it says otherwise.</summary>
    public static int Payloads { get; } = Number("CQRS_GEN_HOSTILE_PAYLOADS", 100_000);

    /// <summary>How many of them a native process reads: 50,000 unless the same switch says otherwise.</summary>
    public static int NativePayloads { get; } = Number("CQRS_GEN_HOSTILE_PAYLOADS", 50_000);

    /// <summary><c>CQRS_GEN_HOSTILE_SEED</c>: where chance begins; a failure says it.</summary>
    public static int Seed { get; } = Number("CQRS_GEN_HOSTILE_SEED", 1);

    /// <summary>What chance decides about one payload.</summary>
    public static Random RandomOf(int payload) => new(unchecked((Seed * 486_187_739) + payload));

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
