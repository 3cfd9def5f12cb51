using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Types of other assemblies, seen as compiled: the compiler shows their public half only.</summary>
public sealed class JsonAssemblyTests
{
    private const string Shared = """
        #nullable enable
        namespace Shared;
        public sealed record Money(decimal Amount, string Currency) { public bool IsZero => Amount == 0; }
        public readonly record struct Range<T>(T From, T? To);
        public sealed class Address { public required string Street { get; init; } public string? Zip { get; set; } }
        public enum Kind { A, B }
        public sealed class Lost { public int Count { get; private set; } public void Add() => Count++; }
        public sealed class Kept(int count) { public int Count { get; } = count; }
        #nullable disable
        public sealed record Oblivious(string Text, List<string> Texts);
        """;

    private static readonly (MetadataReference Image, GeneratorRun Run) Library = Compile();

    [Theory]
    [InlineData("Shared.Money Price", """{"price":{"amount":1.0,"currency":"EUR","isZero":false}}""")]
    [InlineData("Shared.Range<int> Range", """{"range":{"from":1,"to":2}}""")]
    [InlineData("Shared.Range<string> Range", """{"range":{"from":"a","to":null}}""")]
    [InlineData("Shared.Address Address", """{"address":{"street":"s","zip":null}}""")]
    [InlineData("Shared.Kind Kind", """{"kind":"B"}""")]
    [InlineData("Shared.Kept Kept", """{"kept":{"count":3}}""")]
    [InlineData("Shared.Oblivious Text", """{"text":{"text":null,"texts":["a",null]}}""")]
    [InlineData("DayOfWeek Day", """{"day":"Friday"}""")]
    public void Are_written_and_read(string member, string json)
    {
        AggregateProbe account = Load(member);
        Assert.Equal(json, account.WriteEvent(account.ReadEvent("happened", 1, json)!).Json);
    }

    [Theory]
    [InlineData("Shared.Money Price", """{"price":{"amount":1.0,"currency":null}}""", "$.price.currency")]
    [InlineData("Shared.Range<string> Range", """{"range":{"from":null,"to":null}}""", "$.range.from")]
    [InlineData("Shared.Address Address", """{"address":{"zip":null}}""", "$.address.street")]
    [InlineData("Shared.Lost Lost", """{"lost":{}}""", "$.lost")]
    public void Are_read_as_strictly(string member, string json, string path) =>
        Assert.Equal(path, Assert.Throws<PayloadException>(() => Load(member).ReadEvent("happened", 1, json)).Path);

    private static AggregateProbe Load(string member)
    {
        GeneratorRun run = GeneratorRun.Of($"namespace Bank; public sealed record Happened({member}) : IEvent<Account>; [Aggregate] public sealed partial class Account;", "Bank", Library.Image);
        return AggregateProbe.Of(run.LoadWith(Library.Run).Self, "Bank.Account");
    }

    private static (MetadataReference Image, GeneratorRun Run) Compile()
    {
        GeneratorRun run = GeneratorRun.Of(Shared, "Shared");
        return (run.ImageReference, run);
    }
}
