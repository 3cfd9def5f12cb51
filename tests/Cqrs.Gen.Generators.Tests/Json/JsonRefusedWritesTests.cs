namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>What JSON cannot hold exactly is refused when it is written, with its place, and nothing of it remains in the buffer.</summary>
public sealed class JsonRefusedWritesTests
{
    private static readonly JsonDomain Domain = JsonDomain.Of("""
        public enum Status { Open }
        public record Line(string Product);
        public sealed record Longer(string Product, int More) : Line(Product);
        public sealed record Measured(
            string Name = "n", double Weight = 0, float Ratio = 0, char Letter = 'a', Status Status = Status.Open, List<string>? Texts = null, Dictionary<string, double>? Numbers = null,
            List<Line>? Lines = null, Uri? Link = null, int[]? Items = null, ImmutableArray<int>? Fixed = null) : IEvent<Account>;
        public static class Samples
        {
            public static IEnumerable<object> All =>
            [
                new Measured(Name: null!), new Measured(Name: "a\ud800b"), new Measured(Weight: double.NaN), new Measured(Weight: double.NegativeInfinity), new Measured(Ratio: float.PositiveInfinity),
                new Measured(Letter: '\udc00'), new Measured(Status: (Status)7), new Measured(Texts: ["a", null!]), new Measured(Numbers: new() { ["a"] = 1, ["b c"] = double.NaN }),
                new Measured(Numbers: new() { ["\udc00"] = 1 }), new Measured(Lines: [new("p"), new(null!)]), new Measured(Lines: [new Longer("p", 1)]), new Measured(Link: new Uri("\ud800", UriKind.Relative)),
                new Measured(Fixed: default(ImmutableArray<int>)),
            ];
        }
        """);

    private static readonly (string Path, string Problem)[] Refusals =
    [
        ("$.name", "null"), ("$.name", "surrogate"), ("$.weight", "infinite"), ("$.weight", "infinite"), ("$.ratio", "infinite"),
        ("$.letter", "surrogate"), ("$.status", "the enumeration Bank.Status declares"), ("$.texts[0]", "null"), ("$.numbers['b c']", "infinite"),
        ("$.numbers", "surrogate"), ("$.lines[1].product", "null"), ("$.lines[0]", "the type Bank.Longer, which derives from Bank.Line"), ("$.link", "surrogate"),
        ("$.fixed", "never given a value"),
    ];

    [Fact]
    public void Is_refused_with_its_place()
    {
        object[] samples = [.. Domain.Samples];
        Assert.Equal(Refusals.Length, samples.Length);
        for (int i = 0; i < samples.Length; i++)
        {
            object sample = samples[i];
            PayloadException refusal = Assert.Throws<PayloadException>(() => Domain.Write(sample));
            Assert.Contains(Refusals[i].Problem, refusal.Problem, StringComparison.Ordinal);
            Assert.Equal(Refusals[i].Path, refusal.Path);
        }
    }

    [Fact]
    public void Leaves_what_was_written_before()
    {
        using PayloadWriter output = new();
        object bad = Domain.Samples.First();
        object good = Domain.Make("Measured", "n", 1d, 2f, 'x', Enum.ToObject(bad.GetType().Assembly.GetType("Bank.Status")!, 0), null, null, null, null, null, null);
        Domain.Account.WriteEvent(good, output);
        byte[] before = output.Written.ToArray();
        Assert.Throws<PayloadException>(() => Domain.Account.WriteEvent(bad, output));
        Assert.Equal(before, output.Written.ToArray());
        Domain.Account.WriteEvent(good, output);
        Assert.Equal([.. before, .. before], output.Written.ToArray());
    }
}
