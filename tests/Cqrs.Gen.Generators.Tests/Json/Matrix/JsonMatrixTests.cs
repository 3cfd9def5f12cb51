using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen.Generators.Tests.Json.Matrix;

/// <summary>The page <c>generators/JSON.md</c> says of every type and attribute that System.Text.Json knows what becomes of it here; the cases show it.</summary>
public sealed class JsonMatrixTests
{
    private const string Supported = "supported";
    private const string Refused = "refused at build";
    private const string Differs = "differs";

    private static readonly MatrixCase[] Cases = [.. TokenCases.All, .. CollectionCases.All, .. ObjectCases.All, .. AttributeCases.All];

    [Fact]
    public void Every_row_has_a_case_and_every_case_a_row() => Assert.Equal(Cases.Select(static c => c.Row).Order(), Rows().Select(static r => r.Row).Order());

    [Fact]
    public void Every_row_says_what_its_case_shows()
    {
        Dictionary<string, string> said = Rows().ToDictionary(static r => r.Row, static r => r.Status);
        List<string> wrong = [];
        foreach (IGrouping<string, MatrixCase> together in Cases.GroupBy(static c => c.Defaults))
        {
            MatrixCase[] cases = [.. together];
            Assembly assembly = Compile(together.Key, cases);
            AggregateProbe account = AggregateProbe.Of(assembly, "Bank.Account");
            JsonSerializerOptions options = new()
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                IncludeFields = together.Key.Contains("IncludeFields", StringComparison.Ordinal),
                Converters = { new ByName() },
            };
            for (int i = 0; i < cases.Length; i++)
            {
                object[] ours = SamplesOf(assembly, i);
                object[] theirs = SamplesOf(assembly, i);
                Assert.NotEmpty(ours);
                (string shown, string why) = ours.Zip(theirs, (a, b) => StatusOf(account, a, b, options)).MaxBy(static s => s.Status switch { Refused => 2, Differs => 1, _ => 0 });
                if (said.GetValueOrDefault(cases[i].Row, shown) != shown)
                {
                    wrong.Add($"| `{cases[i].Row}` | {shown} | {why}");
                }
            }
        }

        Assert.True(wrong.Count == 0, "These rows of generators/JSON.md do not say what their cases show:\n" + string.Join("\n", wrong));
    }

    private static object[] SamplesOf(Assembly assembly, int i) =>
        [.. ((System.Collections.IEnumerable)assembly.GetType($"Bank.Case{i}")!.GetProperty("Samples")!.GetValue(null)!).Cast<object>()];

    /// <summary>Compares what we make of a value with what System.Text.Json makes of an equal one.</summary>
    private static (string Status, string Why) StatusOf(AggregateProbe account, object ours, object theirs, JsonSerializerOptions options)
    {
        string json;
        EventDescriptor descriptor;
        try
        {
            (descriptor, json) = account.WriteEvent(ours);
        }
        catch (PayloadException e)
        {
            return (e.Problem.Contains("has no JSON", StringComparison.Ordinal) ? Refused : Differs, e.Problem);
        }

        try
        {
            string expected = JsonSerializer.Serialize(theirs, theirs.GetType(), options);
            if (expected != json)
            {
                return (Differs, $"writes {json} for {expected}");
            }

            // Whatever writing did to the values, it did to both.
            string after = JsonSerializer.Serialize(ours, ours.GetType(), options);
            expected = JsonSerializer.Serialize(theirs, theirs.GetType(), options);
            if (expected != after)
            {
                return (Differs, $"leaves {after} for {expected}");
            }
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or JsonException)
        {
            return (Differs, $"writes {json}; System.Text.Json: {e.Message}");
        }

        object read = account.ReadEvent(descriptor.Name, descriptor.Version, json)!;
        string again = JsonSerializer.Serialize(read, read.GetType(), options);
        string expectedAgain;
        try
        {
            object expected = JsonSerializer.Deserialize(json, theirs.GetType(), options)!;
            expectedAgain = JsonSerializer.Serialize(expected, expected.GetType(), options);
        }
        catch (NotSupportedException)
        {
            expectedAgain = json; // they write it only
        }

        return again == expectedAgain ? (Supported, json) : (Differs, $"reads {again} for {expectedAgain}");
    }

    private static Assembly Compile(string defaults, MatrixCase[] cases) => GeneratorRun.Of(
        "#pragma warning disable\nusing System.Text.Json.Serialization;\n" + defaults + "\nnamespace Bank;\n[Aggregate] public sealed partial class Account;\n"
        + string.Concat(cases.Select(static (c, i) => c.ClassOf(i)))).Load();

    private static (string Row, string Status)[] Rows() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "JSON.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Split(" | "))
            .Select(static cells => (cells[0][3..^1], cells[1])),
    ];

    /// <summary>Enumerations by name as our defaults say: those that say nothing of their own and combine no flags.</summary>
    private sealed class ByName : JsonConverterFactory
    {
        private readonly JsonStringEnumConverter _names = new();

        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsEnum && !typeToConvert.IsDefined(typeof(JsonConverterAttribute)) && !typeToConvert.IsDefined(typeof(FlagsAttribute));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _names.CreateConverter(typeToConvert, options)!;
    }
}
