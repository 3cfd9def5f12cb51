using System.Text.Json.Serialization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>What the generator of System.Text.Json makes of the events.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MoneyDeposited))]
[JsonSerializable(typeof(CheckWritten))]
internal sealed partial class BankJson : JsonSerializerContext;
