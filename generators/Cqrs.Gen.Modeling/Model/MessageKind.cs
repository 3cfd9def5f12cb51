namespace Cqrs.Gen.Modeling;

internal enum MessageKind
{
    Event,
    Command,
}
