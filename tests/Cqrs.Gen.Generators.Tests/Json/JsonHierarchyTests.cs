using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary><c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>: types told apart by a discriminator.</summary>
public sealed class JsonHierarchyTests
{
    private const string Types = """
        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square \u00e9"), JsonDerivedType(typeof(Nothing), "nothing")] public abstract record Shape(string Name);
        public sealed record Circle(string Name, int Radius) : Shape(Name); public sealed record Square(string Name, decimal Side) : Shape(Name), IPriced; public sealed record Nothing() : Shape("n");
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Base), 1), JsonDerivedType(typeof(Middle), 12), JsonDerivedType(typeof(Last), "last")] public record Base { public int A { get; init; } }
        public record Middle : Base { public int B { get; init; } } public sealed record Last : Middle { public int C { get; init; } }
        [JsonDerivedType(typeof(Square), "s"), JsonDerivedType(typeof(Flat), "flat")] public interface IPriced; public readonly record struct Flat(int Price) : IPriced;
        [JsonDerivedType(typeof(More), "more")] public class Plain { public int X { get; init; } } public sealed class More : Plain { public List<Plain>? Inner { get; init; } }
        """;

    [Fact]
    public void Are_written_as_System_Text_Json_writes_them_and_read_back()
    {
        JsonDomain domain = JsonDomain.Of(Types + """
            public sealed record Drawn(Shape Shape, Shape? None, List<Base> Bases, IPriced Priced, Dictionary<string, Plain> Plains, Circle Circle) : IEvent<Account>;
            public static class Samples
            {
                public static IEnumerable<object> All =>
                [
                    new Drawn(new Circle("c", 1), null, [new() { A = 1 }, new Middle { A = 2, B = 3 }, new Last { C = 4 }], new Flat(5), new() { ["p"] = new() { X = 6 }, ["m"] = new More { X = 7, Inner = [new More(), new()] } }, new("d", 8)),
                    new Drawn(new Square("s", 1.50m), new Nothing(), [], new Square("t", 2), [], new("e", 0)),
                ];
            }
            """);
        JsonSerializerOptions options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        foreach (object sample in domain.Samples)
        {
            string expected = JsonSerializer.Serialize(sample, sample.GetType(), options);
            Assert.Equal(expected, domain.Write(sample));
            Assert.Equal(expected, domain.Write(domain.RoundTrip(sample)));
            Assert.Equal(expected, JsonSerializer.Serialize(sample, sample.GetType(), domain.Options));
            Assert.Equal(expected, domain.Write(JsonSerializer.Deserialize(expected, sample.GetType(), domain.Options)!));
        }
    }

    [Fact]
    public void Are_predicted_by_their_discriminators()
    {
        JsonDomain domain = JsonDomain.Of(Types + """
            public sealed record Drawn(Shape Shape, Base Base) : IEvent<Account>;
            public static class Probe { public static bool Scans(byte[] json) { PayloadScanner scanner = new(json); return BankModule.Json.Bank_Drawn.Scan(ref scanner, out _) && scanner.IsAtEnd; } }
            """);
        foreach (string json in new[] { """{"shape":{"$type":"circle","radius":1,"name":"c"},"base":{"kind":12,"b":1,"a":2}}""", """{"shape":{"$type":"nothing","name":"n"},"base":{"kind":1,"a":2}}""", """{"shape":{"$type":"square \u00E9","side":1,"name":"n"},"base":{"kind":"last","c":1,"b":2,"a":3}}""" })
        {
            Assert.True(domain.Scans(json), json);
            Assert.Equal(json, domain.Write(domain.Read(json)));
        }

        Assert.False(domain.Scans("""{"shape":{"radius":1,"$type":"circle","name":"c"},"base":{"kind":1,"a":2}}"""));
        Assert.Equal("""{"shape":{"$type":"circle","radius":1,"name":"c"},"base":{"kind":1,"a":2}}""", domain.Write(domain.Read("""{"base":{"a":2,"kind":1},"shape":{"radius":1,"name":"c","$type":"circle"}}""")));
    }

    [Theory]
    [InlineData("{}", "$.shape.$type", "missing")]
    [InlineData("""{"$type":"triangle"}""", "$.shape.$type", "it has circle, square")]
    [InlineData("""{"$type":1}""", "$.shape.$type", "has no derived type")]
    [InlineData("""{"$type":null}""", "$.shape.$type", "Expected a string or a number")]
    [InlineData("""{"$type":"circle","radius":1,"name":"c","$type":"circle"}""", "$.shape.$type", "second time")]
    [InlineData("""{"$type":"circle","radius":1}""", "$.shape.name", "missing")]
    [InlineData("""{"$type":"circle","radius":1,"name":"c","side":2}""", "$.shape.side", "no such member")]
    [InlineData("[]", "$.shape", "Expected an object")]
    [InlineData("null", "$.shape", "")]
    public void What_is_wrong_is_refused_with_its_place(string shape, string path, string problem)
    {
        PayloadException refusal = JsonDomain.Of(Types + "public sealed record Drawn(Shape Shape) : IEvent<Account>;").Refused($$"""{"shape":{{shape}}}""");
        Assert.Equal(path, refusal.Path);
        Assert.Contains(problem, refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_type_that_is_not_declared_is_refused_when_it_is_written()
    {
        JsonDomain domain = JsonDomain.Of(Types + "public sealed record Other() : Shape(\"o\"); public sealed class Unknown : Plain; public record Drawn(Shape Shape, Plain Plain) : IEvent<Account>;");
        object plain = domain.Make("Plain");
        Assert.Contains("does not declare", Assert.Throws<PayloadException>(() => domain.Write(domain.Make("Drawn", domain.Make("Other"), plain))).Problem, StringComparison.Ordinal);
        Assert.Contains("Unknown", Assert.Throws<PayloadException>(() => domain.Write(domain.Make("Drawn", domain.Make("Circle", "c", 1), domain.Make("Unknown")))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[JsonPolymorphic] public abstract class Wrong;", "no derived type is declared")]
    [InlineData("[JsonDerivedType(typeof(string), \"s\")] public abstract class Wrong;", "string does not derive from it")]
    [InlineData("[JsonDerivedType(typeof(A))] public abstract class Wrong; public sealed class A : Wrong;", "A has no discriminator")]
    [InlineData("[JsonDerivedType(typeof(A), \"a\"), JsonDerivedType(typeof(A), \"b\")] public abstract class Wrong; public sealed class A : Wrong;", "A is declared twice")]
    [InlineData("[JsonDerivedType(typeof(A), \"a\"), JsonDerivedType(typeof(B), \"a\")] public abstract class Wrong; public sealed class A : Wrong; public sealed class B : Wrong;", "the discriminator a is declared twice")]
    [InlineData("[JsonDerivedType(typeof(A), 1)] public abstract class Wrong; public abstract class A : Wrong;", "A is abstract")]
    [InlineData("[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType), JsonDerivedType(typeof(A), 1)] public class Wrong; public sealed class A : Wrong;", "UnknownDerivedTypeHandling would write")]
    [InlineData("[JsonPolymorphic(IgnoreUnrecognizedTypeDiscriminators = true), JsonDerivedType(typeof(A), 1)] public class Wrong; public sealed class A : Wrong;", "IgnoreUnrecognizedTypeDiscriminators would read")]
    public void What_could_not_be_read_back_is_refused_with_the_reason(string types, string reason) =>
        Assert.Contains(reason, JsonDomain.Of(types + " public sealed record Happened(Wrong Wrong) : IEvent<Account>;").Refused("{}").Problem, StringComparison.Ordinal);
}
