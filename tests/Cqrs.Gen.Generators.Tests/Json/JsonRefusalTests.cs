namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>What the user's own code does not take, and what JSON would leave out without a word.</summary>
public sealed class JsonRefusalTests
{
    [Theory]
    [InlineData("public sealed class Inner { public Inner(int size) => Size = size >= 0 ? size : throw new ArgumentOutOfRangeException(nameof(size)); public int Size { get; } }")]
    [InlineData("public sealed record Inner(int Size) { public int Size { get; } = Size >= 0 ? Size : throw new ArgumentException(\"It is negative.\"); }")]
    [InlineData("public sealed class Inner { private int _size; public int Size { get => _size; set { ArgumentOutOfRangeException.ThrowIfNegative(value); _size = value; } } }")]
    public void What_a_constructor_or_setter_refuses_is_refused_with_its_place(string inner)
    {
        JsonDomain domain = JsonDomain.Of(inner + " public sealed record Happened(List<Inner> Inner) : IEvent<Account>;");
        Assert.Equal("""{"inner":[{"size":0}]}""", domain.Write(domain.Read("""{"inner":[{"size":0}]}""")));
        PayloadException refusal = domain.Refused("""{"inner":[{"size":1},{"size":-1}]}""");
        Assert.Equal("$.inner[1]", refusal.Path);
        Assert.IsAssignableFrom<ArgumentException>(refusal.InnerException);
    }

    [Theory]
    [InlineData("public sealed record Inner { public Inner(int size) { if (size < 1) throw new DomainException(\"Too small.\"); Size = size; } public int Size { get; } }", "DomainException")]
    [InlineData("public sealed record Inner(int Size) { [JsonIgnore] public int Share { get; } = 100 / Size; }", "DivideByZeroException")]
    [InlineData("public abstract record Base { protected Base(int size) => GC.KeepAlive(new int[size - 1]); } public sealed record Inner(int Size) : Base(Size);", "OverflowException")]
    [InlineData("public sealed record Inner { private int _size; public int Size { get => _size; init { if (value < 1) throw new DomainException(\"Too small.\"); _size = value; } } }", "DomainException")]
    [InlineData("public sealed class Inner : IJsonOnDeserialized { public int Size { get; set; } public void OnDeserialized() { if (Size < 1) throw new KeyNotFoundException(); } }", "KeyNotFoundException")]
    [InlineData("public sealed class Inner : IJsonOnDeserialized { public int Size { get; set; } public void OnDeserialized() { if (Size < 1) System.Text.Json.JsonSerializer.Deserialize(\"{\", BankModule.JsonOptions.GetTypeInfo(typeof(Inner))); } }", "JsonException")]
    [InlineData("public sealed class Inner { public int Size { get; set; } public Picky? More { get; set; } = new(); } public sealed class Picky : List<int>, ICollection<int> { void ICollection<int>.Add(int item) => throw new DomainException(\"Never.\"); }", "DomainException", "\"size\":1,\"more\":[1]")]
    public void Whatever_code_of_the_user_s_throws_is_a_refusal_with_its_place(string inner, string exception, string member = "\"size\":0")
    {
        JsonDomain domain = JsonDomain.Of(inner + " public sealed class DomainException(string message) : Exception(message); public sealed record Happened(List<Inner> Inner) : IEvent<Account>;");
        foreach (string space in new[] { "", " " })
        {
            PayloadException refusal = domain.Refused($$"""{"inner":[{"size":2},{{{space}}{{member}}}]}""");
            Assert.StartsWith("$.inner[1]", refusal.Path, StringComparison.Ordinal);
            Assert.Equal(exception, refusal.InnerException?.GetType().Name);
        }
    }

    [Fact]
    public void A_command_and_a_state_that_their_own_code_refuses_are_refused_with_their_place()
    {
        JsonDomain domain = JsonDomain.Of("""
            public sealed record Open : ICommand<Account> { public Open(int size) => Size = size > 0 ? size : throw new InvalidOperationException("Too small."); public int Size { get; } }
            public sealed class Inner { private int _size; public int Size { get => _size; set => _size = value > 0 ? value : throw new InvalidOperationException("Too small."); } }
            [Aggregate] public sealed partial class Account { public Inner? Inner { get; private set; } Decision<Account> Handle(Open c) => []; }
            """);
        Assert.IsType<InvalidOperationException>(Assert.Throws<PayloadException>(() => domain.Account.ReadCommand("""{"$type":"open","size":0}""")).InnerException);
        Assert.Equal("$.inner", Assert.Throws<PayloadException>(() => domain.Account.ReadState("""{"inner":{"size":0}}""")).Path, ignoreCase: true);
    }

    [Theory]
    [InlineData("OutOfMemoryException")]
    [InlineData("OperationCanceledException")]
    [InlineData("InsufficientExecutionStackException")]
    public void What_ends_the_work_whatever_the_payload_is_passes_unchanged(string exception)
    {
        JsonDomain domain = JsonDomain.Of($$"""public sealed class Happened : IEvent<Account> { public Happened(int size) => Size = size < 0 ? throw new {{exception}}() : size; public int Size { get; } }""");
        Assert.Equal(exception, Record.Exception(() => domain.Read("""{"size":-1}"""))?.GetType().Name);
    }

    [Theory]
    [InlineData("public sealed class Happened : IEvent<Account> { public int Size; }", "Size: it is a field, which JSON leaves out")]
    [InlineData("public sealed class Happened : IEvent<Account> { internal int Size { get; set; } }", "Size: it has no public getter")]
    [InlineData("public sealed class Happened : IEvent<Account> { public event Action? Changed; public void Raise() => Changed?.Invoke(); }", "Changed: JSON does not hold the subscribers")]
    public void What_JSON_would_leave_out_is_refused_with_the_reason(string type, string reason) =>
        Assert.Contains(reason, JsonDomain.Of(type).Refused("{}").Problem, StringComparison.Ordinal);

    [Fact]
    public void An_event_of_a_state_is_refused_unless_it_is_ignored()
    {
        static JsonDomain Of(string attribute) => JsonDomain.Of($"[Aggregate] public sealed partial class Account {{ {attribute} public event Action? Changed; public void Raise() => Changed?.Invoke(); }}");
        Assert.Contains("Changed", Assert.Throws<PayloadException>(() => Of("").Account.ReadState("{}")).Problem, StringComparison.Ordinal);
        Assert.NotNull(Of("[field: JsonIgnore]").Account.ReadState("{}"));
    }
}
