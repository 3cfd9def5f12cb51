namespace Cqrs.Gen.Faults;

/// <summary>A command that was acknowledged, and what was said of it.</summary>
internal readonly record struct Ack(int Caller, long Number, long Version, long Position);
