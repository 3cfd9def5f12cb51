using System.Globalization;

namespace Cqrs.Gen.Faults;

/// <summary>
/// How often something is tried. The quick count is for every run; the variable CQRS_GEN_FAULTS asks for a share of the full count, in percent:
/// 100 for all of it.
/// </summary>
internal static class Counts
{
    private static readonly double? Share = Environment.GetEnvironmentVariable("CQRS_GEN_FAULTS") is { Length: > 0 } text
        ? double.Parse(text, CultureInfo.InvariantCulture) / 100
        : null;

    public static int Of(int quick, int full) => Share is { } share ? Math.Max(1, (int)Math.Round(full * share)) : quick;
}
