namespace Cqrs.Gen.Modeling;

/// <summary>The values of <c>JsonNumberHandling</c>, by their numbers.</summary>
[Flags]
internal enum JsonNumbers
{
    Strict = 0,
    AllowReadingFromString = 1,
    WriteAsString = 2,
    AllowNamedFloatingPointLiterals = 4,
}
