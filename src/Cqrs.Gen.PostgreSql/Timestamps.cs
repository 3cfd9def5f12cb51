namespace Cqrs.Gen.PostgreSql;

/// <summary>Points in time as the tables keep them: 100 nanoseconds since 1970 in UTC, which is exact.</summary>
internal static class Timestamps
{
    public static long Write(DateTimeOffset timestamp) => timestamp.UtcTicks - DateTime.UnixEpoch.Ticks;

    public static DateTimeOffset Read(long value) => new(value + DateTime.UnixEpoch.Ticks, TimeSpan.Zero);
}
