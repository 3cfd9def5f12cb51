namespace Cqrs.Gen.Modeling;

/// <summary>The values of <c>JsonKnownNamingPolicy</c>, by their numbers.</summary>
internal enum JsonNaming
{
    AsDeclared = 0,
    CamelCase = 1,
    SnakeCaseLower = 2,
    SnakeCaseUpper = 3,
    KebabCaseLower = 4,
    KebabCaseUpper = 5,
}
