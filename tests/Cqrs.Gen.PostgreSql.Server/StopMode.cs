namespace Cqrs.Gen.PostgreSql.Server;

/// <summary>How a server is stopped.</summary>
public enum StopMode
{
    /// <summary>Transactions are rolled back and everything is written; the next start is clean.</summary>
    Fast,

    /// <summary>Every process ends at once; the next start recovers from the write-ahead log.</summary>
    Immediate,

    /// <summary>Every process is killed, as if the machine went off; what the system had not written yet is not lost, though.</summary>
    Kill,
}
