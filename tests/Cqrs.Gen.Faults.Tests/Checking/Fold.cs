namespace Cqrs.Gen.Faults;

/// <summary>What the events of one aggregate come to, computed anew and by other code than the framework's.</summary>
internal sealed record Fold(long Events, long Digest, int LastCaller, long LastNumber)
{
    /// <summary>The document of the aggregate, as it must be stored.</summary>
    public string Document => $$"""{"events":{{Events}},"digest":{{Digest}},"lastCaller":{{LastCaller}},"lastNumber":{{LastNumber}}}""";

    public static Fold Of(IEnumerable<LogEntry> events) => events.Aggregate(
        new Fold(0, 0, 0, 0),
        static (fold, e) => new(fold.Events + 1, ((fold.Digest * 31) + (e.Caller * 1_009) + e.Number) % 1_000_000_007, e.Caller, e.Number));
}
