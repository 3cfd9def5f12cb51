using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>A compiled domain with one aggregate, <c>Bank.Account</c>, and values to try: <c>Bank.Samples.All</c>.</summary>
internal sealed class JsonDomain
{
    /// <summary>What System.Text.Json is told to write as our defaults do.</summary>
    public static readonly JsonSerializerOptions SystemTextJson = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Assembly _assembly;

    private JsonDomain(GeneratorRun run)
    {
        Files = run.Files;
        _assembly = run.Load();
        Account = AggregateProbe.Of(_assembly, "Bank.Account");
    }

    public AggregateProbe Account { get; }

    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The module's options for System.Text.Json.</summary>
    public JsonSerializerOptions Options => (JsonSerializerOptions)Module.GetProperty("JsonOptions")!.GetValue(null)!;

    /// <summary>What describes the domain's types to System.Text.Json.</summary>
    public IJsonTypeInfoResolver Resolver => (IJsonTypeInfoResolver)Module.GetProperty("JsonTypeInfoResolver")!.GetValue(null)!;

    private Type Module => _assembly.GetType("Bank.BankModule", throwOnError: true)!;

    /// <summary>The values of the domain's <c>Samples</c>.</summary>
    public IEnumerable<object> Samples => ((System.Collections.IEnumerable)_assembly.GetType("Bank.Samples")!.GetProperty("All")!.GetValue(null)!).Cast<object>();

    /// <param name="source">The types of the namespace Bank, the aggregate apart unless it is among them.</param>
    /// <param name="assembly">Attributes of the assembly.</param>
    public static JsonDomain Of(string source, string assembly = "") => new(GeneratorRun.Of(
        "#pragma warning disable CS0169, CS0414, CS0628, CS0649 // The members of samples are there to be written, not to be used.\n"
        + "using System.Collections.Concurrent; using System.Collections.Frozen; using System.Collections.Immutable; using System.Collections.ObjectModel;\n"
        + "using System.Text.Json.Serialization;\n" + assembly + "\nnamespace Bank;\n"
        + (source.Contains("[Aggregate]", StringComparison.Ordinal) ? "" : "[Aggregate] public sealed partial class Account;\n")
        + source));

    /// <summary>The JSON of an event. Its description writes the same.</summary>
    public string Write(object e)
    {
        string json = Account.WriteEvent(e).Json;
        if (Module.GetProperty("JsonOptions")?.GetValue(null) is JsonSerializerOptions options && options.TryGetTypeInfo(e.GetType(), out JsonTypeInfo? type))
        {
            Assert.Equal(json, JsonSerializer.Serialize(e, type));
        }

        return json;
    }

    /// <summary>The only event of the domain, read from JSON.</summary>
    public object Read(string json)
    {
        EventDescriptor descriptor = Assert.Single(Account.Events);
        return Account.ReadEvent(descriptor.Name, descriptor.Version, json)!;
    }

    /// <summary>An event, written and read again.</summary>
    public object RoundTrip(object e)
    {
        (EventDescriptor descriptor, string json) = Account.WriteEvent(e);
        return Account.ReadEvent(descriptor.Name, descriptor.Version, json)!;
    }

    /// <summary>The refusal to read the only event of the domain.</summary>
    public PayloadException Refused(string json) => Assert.Throws<PayloadException>(() => Read(json));

    /// <summary>Whether the domain's <c>Probe</c> reads a payload by predicting its bytes.</summary>
    public bool Scans(string json) => (bool)_assembly.GetType("Bank.Probe")!.GetMethod("Scans")!.Invoke(null, [System.Text.Encoding.UTF8.GetBytes(json)])!;

    public Type TypeOf(string name) => _assembly.GetType("Bank." + name, throwOnError: true)!;

    public object Make(string type, params object?[] arguments) => Activator.CreateInstance(_assembly.GetType("Bank." + type, throwOnError: true)!, arguments)!;
}
