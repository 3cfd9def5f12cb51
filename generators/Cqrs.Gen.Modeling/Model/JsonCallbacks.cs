namespace Cqrs.Gen.Modeling;

/// <summary>The interfaces of System.Text.Json by which a type is told that it is written or read.</summary>
[Flags]
internal enum JsonCallbacks
{
    None = 0,
    OnSerializing = 1,
    OnSerialized = 2,
    OnDeserializing = 4,
    OnDeserialized = 8,
}
