using System.Text;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Whatever bytes come, they are read or refused by our own exception; and what is read is written as something that reads the same.</summary>
public sealed class JsonHostileInputTests
{
    private const int Mutations = 30_000;

    private static readonly JsonDomain Domain = JsonDomain.Of("""
        public enum Status { Open, Closed }
        public sealed record Line(string Product, int Quantity, decimal Price, Status Status) { public string? Note { get; init; } = "x"; }
        public sealed record Ordered(string Customer, decimal Total, double Weight, bool Paid, Guid Id, DateTimeOffset At, DateOnly On, TimeSpan Span, char Grade, Version Release, List<Line> Lines, Dictionary<string, int> Stock, HashSet<int> Marks, byte[] Bytes, Uri? Link) : IEvent<Account>;
        public sealed record Order(string Customer, decimal Total) : ICommand<Account>;
        [Aggregate] public sealed partial class Account { Decision<Account> Handle(Order c) => []; void Apply(Ordered e) { } }
        """);

    private static readonly byte[] Event = Encoding.UTF8.GetBytes("""
        {"customer":"A \u0026 \ud83d\ude00 é","total":123.4500,"weight":1.5e3,"paid":true,"id":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","at":"2026-01-31T13:05:59.123\u002B01:00","on":"2026-01-31","span":"1.02:03:04","grade":"a","release":"1.2.3",
        "lines":[{"product":"p","quantity":2,"price":3.50,"status":"Open"},{"product":"q","quantity":1,"price":0.10,"status":"Closed","note":null}],"stock":{"a":1,"b\\":2},"marks":[1,2],"bytes":"AAEC","link":"https://example.org/"}
        """);

    private static readonly byte[] Command = """{"$type":"order","customer":"A \u0026 B","total":12.50}"""u8.ToArray();

    private static readonly byte[][] Tokens =
        [.. new[] { "null", "true", "1e400", "-0", "\"\\ud800\"", "{", "}", "[", "]", ",", ":", "\"$type\"", "\"customer\":", "//", "1e-99999999999", "\uFEFF", "\"\\u0000\"", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[" }.Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void An_event_is_read_or_refused() => Try(Event, static json => Domain.Account.ReadEvent("ordered", 1, json)!, static e => Encoding.UTF8.GetBytes(Domain.Write(e)));

    [Fact]
    public void A_command_is_read_or_refused() =>
        Try(Command, static json => Domain.Account.ReadCommand(json), static c => Encoding.UTF8.GetBytes(Domain.Account.WriteCommand(c)));

    private static void Try(byte[] seed, Func<byte[], object> read, Func<object, byte[]> write)
    {
        Random random = new(20260131);
        int readable = 0;
        Assert.Equal(write(read(seed)), write(read(write(read(seed)))));
        for (int i = 0; i < Mutations; i++)
        {
            byte[] json = Mutate(seed, random);
            try
            {
                byte[] written = write(read(json));
                Assert.Equal(written, write(read(written)));
                readable++;
            }
            catch (PayloadException refusal)
            {
                Assert.InRange(refusal.ByteOffset, 0, json.Length);
                Assert.StartsWith("$", refusal.Path, StringComparison.Ordinal);
            }
        }

        // Were none readable, or all, the mutations would try nothing.
        Assert.InRange(readable, 1, Mutations / 2);
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        List<byte> json = [.. seed];
        for (int n = random.Next(1, 4); n > 0 && json.Count > 0; n--)
        {
            int at = random.Next(json.Count);
            switch (random.Next(6))
            {
                case 0: json[at] = (byte)random.Next(256); break;
                case 1: json.RemoveAt(at); break;
                case 2: json.RemoveRange(at, json.Count - at); break;
                case 3: json.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
                case 4: json[at] ^= (byte)(1 << random.Next(8)); break;
                default: json.InsertRange(at, json.GetRange(at, random.Next(json.Count - at))); break;
            }
        }

        return [.. json];
    }
}
