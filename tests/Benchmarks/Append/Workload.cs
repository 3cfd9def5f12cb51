namespace Cqrs.Gen.Benchmarks;

/// <summary>Callers that deposit money, each one deposit after the other.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Callers">How many call at once.</param>
/// <param name="Accounts">Over how many accounts they spread.</param>
/// <param name="Commands">How many deposits they make together.</param>
internal sealed record Workload(string Title, int Callers, int Accounts, int Commands);
