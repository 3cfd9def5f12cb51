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

    [Fact]
    public void A_fault_of_the_user_s_code_is_not_mistaken_for_a_bad_payload() => Assert.Throws<InvalidOperationException>(() => JsonDomain
        .Of("public sealed class Happened : IEvent<Account> { public Happened(int size) { if (size < 0) throw new InvalidOperationException(); Size = size; } public int Size { get; } }")
        .Read("""{"size":-1}"""));

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
