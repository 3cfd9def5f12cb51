using System.Text;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>What is not exactly what the type says is refused, with its place; never altered, never passed over.</summary>
public sealed class JsonStrictnessTests
{
    private const string Source = """
        public enum Status { Open, Closed }
        public sealed record Line(string Product, int Quantity);
        public sealed record Ordered(
            string Customer, int Count = 0, decimal Price = 0, double Weight = 0, bool Paid = false, char Grade = 'a', Guid Id = default, DateTime At = default, DateOnly On = default, TimeOnly Clock = default, TimeSpan Span = default,
            Status Status = default, string? Note = null, List<Line>? Lines = null, Dictionary<string, int>? Stock = null, HashSet<int>? Marks = null, Line? First = null, byte[]? Bytes = null, Uri? Link = null, Version? Release = null,
            sbyte Tiny = 0, ulong Huge = 0, float Ratio = 0, int? Maybe = null) : IEvent<Account> { [JsonPropertyName("a.b'c")] public string Odd { get; init; } = ""; public int Twice => Count * 2; }
        """;

    private static readonly JsonDomain Domain = JsonDomain.Of(Source);

    public static TheoryData<string, string, string> Refusals => new()
    {
        // Not the JSON of the type
        { "", "$", "well-formed" },
        { "   ", "$", "well-formed" },
        { "null", "$", "Expected an object, found null." },
        { "[]", "$", "Expected an object, found an array." },
        { "7", "$", "Expected an object, found a number." },
        { "{}", "$.customer", "The member is missing." },
        { """{"customer":null}""", "$.customer", "Expected a string, found null." },
        { """{"customer":7}""", "$.customer", "Expected a string, found a number." },
        { """{"Customer":"c"}""", "$.Customer", "There is no such member." },
        { """{"customer":"c","other":1}""", "$.other", "There is no such member." },
        { """{"customer":"c","$type":"ordered"}""", "$.$type", "There is no such member." },
        { """{"customer":"c","customer":"d"}""", "$.customer", "second time" },
        { """{"customer":"c","cust\u006fmer":"d"}""", "$.customer", "second time" },
        { """{"customer":"c","twice":0,"twice":0}""", "$.twice", "second time" },
        { """{"customer":"c","first":{"product":"p"}}""", "$.first.quantity", "missing" },
        { """{"customer":"c","first":{"product":"p","quantity":1,"x":2}}""", "$.first.x", "no such member" },
        { """{"customer":"c","lines":[{"product":"p","quantity":1},{"product":"p","quantity":"1"}]}""", "$.lines[1].quantity", "found a string" },
        { """{"customer":"c","lines":[null]}""", "$.lines[0]", "Expected an object, found null." },
        { """{"customer":"c","lines":{}}""", "$.lines", "Expected an array, found an object." },
        { """{"customer":"c","stock":{"a":1,"b":null}}""", "$.stock.b", "found null" },
        { """{"customer":"c","stock":{"a":1,"a":1}}""", "$.stock.a", "second time" },
        { """{"customer":"c","marks":[1,2,1]}""", "$.marks[2]", "second time" },
        { """{"customer":"c","a.b'c":1}""", @"$['a.b\'c']", "Expected a string" },

        // Numbers
        { """{"customer":"c","count":1.5}""", "$.count", "not an integer from -2147483648 to 2147483647" },
        { """{"customer":"c","count":1e2}""", "$.count", "not an integer" },
        { """{"customer":"c","count":2147483648}""", "$.count", "not an integer" },
        { """{"customer":"c","count":"1"}""", "$.count", "found a string" },
        { """{"customer":"c","tiny":128}""", "$.tiny", "-128 to 127" },
        { """{"customer":"c","huge":-1}""", "$.huge", "0 to 18446744073709551615" },
        { """{"customer":"c","price":0.12345678901234567890123456789}""", "$.price", "holds exactly" },
        { """{"customer":"c","price":1234567890123456789012345678901234567890}""", "$.price", "holds exactly" },
        { """{"customer":"c","price":1e-29}""", "$.price", "holds exactly" },
        { """{"customer":"c","price":1.00000000000000000000000000001}""", "$.price", "holds exactly" },
        { """{"customer":"c","price":1e29}""", "$.price", "holds exactly" },
        { """{"customer":"c","price":1e99999999999999999999}""", "$.price", "holds exactly" },
        { """{"customer":"c","weight":1e400}""", "$.weight", "Double holds" },
        { """{"customer":"c","weight":"NaN"}""", "$.weight", "found a string" },
        { """{"customer":"c","ratio":1e39}""", "$.ratio", "Single holds" },
        { """{"customer":"c","weight":NaN}""", "$.weight", "well-formed" },
        { """{"customer":"c","count":01}""", "$.count", "well-formed" },
        { """{"customer":"c","maybe":""}""", "$.maybe", "found a string" },

        // Strings and what is written as one
        { """{"customer":"\ud800"}""", "$.customer", "no valid Unicode" },
        { """{"customer":"\ude00\ud83d"}""", "$.customer", "no valid Unicode" },
        { """{"\ud800":"x"}""", @"$['\\ud800']", "no valid Unicode" },
        { """{"customer":"c","stock":{"\ud800":1}}""", @"$.stock['\\ud800']", "no valid Unicode" },
        { """{"customer":"c","paid":"true"}""", "$.paid", "Expected a Boolean, found a string." },
        { """{"customer":"c","paid":1}""", "$.paid", "Expected a Boolean" },
        { """{"customer":"c","grade":"ab"}""", "$.grade", "one character" },
        { """{"customer":"c","grade":""}""", "$.grade", "one character" },
        { """{"customer":"c","grade":"\ud83d\ude00"}""", "$.grade", "one character" },
        { """{"customer":"c","id":"{0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9}"}""", "$.id", "GUID" },
        { """{"customer":"c","at":"31.01.2026"}""", "$.at", "ISO 8601" },
        { """{"customer":"c","on":"2026-02-30"}""", "$.on", "2026-01-31" },
        { """{"customer":"c","on":" 2026-02-3"}""", "$.on", "2026-01-31" },
        { """{"customer":"c","clock":"24:00:00"}""", "$.clock", "time of day" },
        { """{"customer":"c","clock":"-01:00:00"}""", "$.clock", "time of day" },
        { """{"customer":"c","span":" 01:00:00"}""", "$.span", "span of time" },
        { """{"customer":"c","span":""}""", "$.span", "span of time" },
        { """{"customer":"c","release":" 1.2"}""", "$.release", "version" },
        { """{"customer":"c","release":"1"}""", "$.release", "version" },
        { """{"customer":"c","link":"http://["}""", "$.link", "URI" },
        { """{"customer":"c","bytes":"a"}""", "$.bytes", "base64" },
        { """{"customer":"c","bytes":[1]}""", "$.bytes", "base64" },
        { """{"customer":"c","status":"open"}""", "$.status", "a name that the enumeration Bank.Status declares" },
        { """{"customer":"c","status":0}""", "$.status", "found a number" },
        { """{"customer":"c","status":"\ud800"}""", "$.status", "no valid Unicode" },

        // Not well-formed
        { """{"customer":"c"} x""", "$", "well-formed" },
        { """{"customer":"c"}{}""", "$", "well-formed" },
        { """{"customer":"c",}""", "$.customer", "well-formed" },
        { """{"customer":"c" /* so */}""", "$.customer", "well-formed" },
        { """{"customer":"c" """, "$.customer", "well-formed" },
        { """{"customer":"c""", "$.customer", "well-formed" },
        { """{'customer':"c"}""", "$", "well-formed" },
        { "\uFEFF{\"customer\":\"c\"}", "$", "well-formed" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Is_refused_with_its_place(string json, string path, string problem)
    {
        PayloadException refusal = Domain.Refused(json);
        Assert.Equal(path, refusal.Path);
        Assert.Contains(problem, refusal.Problem, StringComparison.Ordinal);
        Assert.InRange(refusal.ByteOffset, 0, Encoding.UTF8.GetByteCount(json));
    }

    [Theory]
    [InlineData("""{"customer":"c","count":"1"}""", 24)]
    [InlineData("{\n  \"customer\":\"c\",\n  \"count\": x}", 31)]
    [InlineData("""{"customer":"é","other":1}""", 17)]
    [InlineData("""{"count":1}""", 10)]
    public void Says_at_which_byte(string json, long offset) => Assert.Equal(offset, Domain.Refused(json).ByteOffset);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        byte[] json = [.. "{\"customer\":\""u8, 0xC3, .. "\"}"u8];
        Assert.Equal("$.customer", Assert.Throws<PayloadException>(() => Domain.Account.ReadEvent("ordered", 1, json)).Path);
        byte[] name = [.. "{\""u8, 0xFF, .. "\":1}"u8];
        Assert.Equal("There is no such member.", Assert.Throws<PayloadException>(() => Domain.Account.ReadEvent("ordered", 1, name)).Problem);
    }

    [Theory]
    [InlineData("1e2", "100")]
    [InlineData("10.00", "10.00")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1.5e-3", "0.0015")]
    [InlineData("0e99", "0")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("1.000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("0000000000000000000000000000001e0", null)]
    [InlineData("123456789012345678901234567.89e1", "1234567890123456789012345678.9")]
    public void A_decimal_is_read_if_it_fits_exactly(string number, string? written)
    {
        string json = $$"""{"customer":"c","price":{{number}}}""";
        if (written is null)
        {
            Domain.Refused(json);
        }
        else
        {
            Assert.Contains($"\"price\":{written},", Domain.Write(Domain.Read(json)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"customer":"\u0063"}""")]
    [InlineData("""{"cust\u006fmer":"c"}""")]
    [InlineData(" \n\t{ \"customer\" : \"c\" } \r\n")]
    [InlineData("""{"customer":"c","twice":[{"whatever":1}]}""")]
    [InlineData("""{"customer":"c","status":"\u004fpen","grade":"\u0061","span":"\u00300:00:00","on":"\u0030001-01-01"}""")]
    public void Another_way_of_writing_the_same_is_read(string json) =>
        Assert.StartsWith("""{"customer":"c","count":0,""", Domain.Write(Domain.Read(json)), StringComparison.Ordinal);

    [Fact]
    public void What_is_deeper_than_64_levels_is_refused_both_ways()
    {
        JsonDomain domain = JsonDomain.Of("public sealed class Node : IEvent<Account> { public Node(Node? next) => Next = next; public Node? Next { get; } }");
        string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"next\":", depth - 1)) + "{\"next\":null}" + new string('}', depth - 1);
        object deepest = domain.Read(Nested(64));
        Assert.Equal(Nested(64), domain.Write(deepest));
        domain.Refused(Nested(65));
        PayloadException refusal = Assert.Throws<PayloadException>(() => domain.Write(domain.Make("Node", deepest)));
        Assert.Equal("The value is nested deeper than 64 levels.", refusal.Problem);
        Assert.Equal("$" + string.Concat(Enumerable.Repeat(".next", 64)), refusal.Path);
    }
}
