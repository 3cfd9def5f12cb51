namespace Cqrs.Gen.Analyzers;

/// <summary>Something that a method does and should not.</summary>
/// <param name="What">What it does, as the sentence's predicate.</param>
/// <param name="Then">What comes of that and what to do instead, where it differs within a rule.</param>
internal sealed record Observation(string What, string Then = "");
