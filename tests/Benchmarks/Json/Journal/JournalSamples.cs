namespace Cqrs.Gen.Benchmarks;

/// <summary>The events that are written and read.</summary>
internal static class JournalSamples
{
    public static Deposited Deposited { get; } = new(125.50m, 10_125.50m, "Transfer 2026-00017");

    public static Measured Measured { get; } = new(
        new("5f0c3e02-6a4b-4f1e-9a57-1d2c3b4a5968"),
        "North tower 4",
        "J. Smith",
        "Repeated after the sensor was cleaned",
        null,
        17,
        120_045,
        2,
        null,
        638_700_000_000_000_000,
        9_876_543_210,
        12,
        98,
        true,
        false,
        true,
        19.99m,
        0.35m,
        1.5m,
        1_234_567.89m,
        21.375,
        1013.25,
        0.4625,
        new(2026, 11, 23, 9, 30, 15, 250, TimeSpan.FromHours(1)),
        new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
        new DateTime(2026, 11, 23, 8, 30, 16, DateTimeKind.Utc),
        new(2026, 11, 23),
        new(0, 1, 12, 30, 500),
        new("0b8f5c1e-77aa-4d3f-8a52-90f1c2d3e4b5"),
        Grade.Fine);

    public static Ordered Ordered { get; } = new(
        new("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
        "Miller and Sons",
        new("12 Harbour Street", "Bremen", "28195"),
        [
            new("Hammer, 300 g", 2, 14.95m, false),
            new("Nails, 2.8 x 65", 500, 0.04m, false),
            new("Spirit level", 1, 32.50m, true),
            new("Pencil", 12, 0.45m, false),
        ],
        [new(new(2026, 12, 1), 45.90m), new(new(2027, 1, 1), 45.90m)]);
}
