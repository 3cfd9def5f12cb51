namespace Cqrs.Gen.Storage;

/// <summary>How far a log was copied.</summary>
/// <param name="Position">Up to this position the target was compared with the source, event by event, and is the same.</param>
/// <param name="Total">The source's last position when the copy began, where it ends; as positions have no gaps, the number of events.</param>
/// <param name="Copied">How many events this run has copied; the others up to <paramref name="Position"/> were there before.</param>
public readonly record struct LogCopyProgress(long Position, long Total, long Copied);
