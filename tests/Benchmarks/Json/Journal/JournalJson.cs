using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>What the generator of System.Text.Json makes of the events.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Deposited))]
[JsonSerializable(typeof(Measured))]
[JsonSerializable(typeof(Ordered))]
[JsonSerializable(typeof(IJournalEvent))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class JournalJson : JsonSerializerContext;

/// <summary>Any JSON, written with white space.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class Indented : JsonSerializerContext;
