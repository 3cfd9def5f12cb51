namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Commands are a closed set told apart by <c>$type</c>, which may stand anywhere in the object.</summary>
public sealed class JsonCommandTests
{
    private static readonly JsonDomain Domain = JsonDomain.Of("""
        public sealed record Deposited(decimal Amount) : IEvent<Account>;
        public sealed record OpenAccount(string Owner, List<Line>? Lines = null) : ICommand<Account>;
        public readonly record struct DepositMoney(decimal Amount) : ICommand<Account>;
        public record Base(int Id) : ICommand<Account>; public sealed record Derived(int Id, int More) : Base(Id);
        public sealed record Line(string Product);
        public sealed record OpenShop(string Owner) : ICommand<Shop>;
        [Aggregate] public sealed partial class Account { Decision<Account> Handle(OpenAccount c) => []; Decision<Account> Handle(DepositMoney c) => []; Decision<Account> Handle(Base c) => []; Decision<Account> Handle(Derived c) => []; void Apply(Deposited e) { } }
        [Aggregate] public sealed partial class Shop { Decision<Shop> Handle(OpenShop c) => []; }
        """);

    [Theory]
    [InlineData("""{"$type":"deposit-money","amount":1.50}""")]
    [InlineData("""{"amount":1.50,"$type":"deposit-money"}""")]
    [InlineData("""{"amount":1.50,"$type":"deposit\u002dmoney"}""")]
    [InlineData("""{"\u0024type":"deposit-money","amount":1.50}""")]
    public void The_discriminator_may_stand_anywhere(string json)
    {
        object command = Domain.Account.ReadCommand(json);
        Assert.Equal("""{"$type":"deposit-money","amount":1.50}""", Domain.Account.WriteCommand(command));
    }

    [Fact]
    public void A_derived_command_is_written_as_itself()
    {
        Assert.Equal("""{"$type":"derived","more":2,"id":1}""", Domain.Account.WriteCommand(Domain.Make("Derived", 1, 2)));
        Assert.Equal("""{"$type":"base","id":1}""", Domain.Account.WriteCommand(Domain.Account.ReadCommand("""{"id":1,"$type":"base"}""")));
    }

    [Theory]
    [InlineData("""{"amount":1}""", "$.$type", "The member is missing.")]
    [InlineData("{}", "$.$type", "The member is missing.")]
    [InlineData("""{"$type":"deposit-money","amount":1,"$type":"deposit-money"}""", "$.$type", "The member stands here a second time.")]
    [InlineData("""{"$type":"deposit-money","amount":1,"$type":7}""", "$.$type", "The member stands here a second time.")]
    [InlineData("""{"$type":7}""", "$.$type", "Expected a string, found a number.")]
    [InlineData("""{"$type":null}""", "$.$type", "Expected a string, found null.")]
    [InlineData("""{"$type":"deposit"}""", "$.$type", "The account has no command \"deposit\"; it has base, deposit-money, derived, open-account.")]
    [InlineData("""{"$type":"open-shop","owner":"o"}""", "$.$type", "The account has no command \"open-shop\"; it has base, deposit-money, derived, open-account.")]
    [InlineData("""{"$type":"DepositMoney","amount":1}""", "$.$type", "The account has no command \"DepositMoney\"; it has base, deposit-money, derived, open-account.")]
    [InlineData("""{"$type":"deposit-money"}""", "$.amount", "The member is missing.")]
    [InlineData("""{"$type":"deposit-money","amount":"1"}""", "$.amount", "Expected a number that a Decimal holds exactly, found a string.")]
    [InlineData("""{"$type":"open-account","owner":"o","lines":[{"$type":"line","product":"p"}]}""", "$.lines[0].$type", "There is no such member.")]
    [InlineData("""[{"$type":"deposit-money","amount":1}]""", "$", "Expected an object, found an array.")]
    [InlineData("""{"$type":"\ud800"}""", "$.$type", "The text is no valid Unicode.")]
    public void Is_refused_with_its_place(string json, string path, string problem)
    {
        PayloadException refusal = Assert.Throws<PayloadException>(() => Domain.Account.ReadCommand(json));
        Assert.Equal((path, problem), (refusal.Path, refusal.Problem));
    }

    [Fact]
    public void A_long_unknown_name_is_cut() =>
        Assert.InRange(Assert.Throws<PayloadException>(() => Domain.Account.ReadCommand($$"""{"$type":"{{new string('x', 5000)}}"}""")).Message.Length, 80, 300);

    [Fact]
    public void A_foreign_command_is_not_written()
    {
        Assert.Throws<CommandNotHandledException>(() => Domain.Account.WriteCommand(Domain.Make("OpenShop", "o")));
        Assert.Throws<PayloadException>(() => Domain.Account.WriteCommand(Domain.Make("OpenAccount", null, null)));
    }
}
