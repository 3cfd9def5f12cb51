namespace Cqrs.Gen.Generators.Tests;

/// <summary>What an edit emits anew: its own files and no others.</summary>
public sealed class IncrementalTests
{
    private const string Domain = """
        namespace Bank;
        public sealed record Opened(string Owner) : IEvent<Account>;
        public sealed record Closed : IEvent<Account>;
        public sealed record Open(string Owner) : ICommand<Account>;
        [Aggregate]
        public sealed partial class Account
        {
            private string _owner = "";
            static Opened Handle(Open c) => new(c.Owner);
            void Apply(Opened e) => _owner = e.Owner;
            void Apply(Closed e) { }
        }
        public sealed record Named(string Name) : IEvent<Person>;
        public sealed record Rename(string Name) : ICommand<Person>;
        [Aggregate]
        public sealed partial class Person { private string _name = ""; Named Handle(Rename c) => new(c.Name); void Apply(Named e) => _name = e.Name; }
        [Query]
        public sealed partial class Owners { public string Owner { get; set; } = ""; void Apply(Opened e) => Owner = e.Owner; }
        """;

    [Fact]
    public void A_comment_emits_nothing() => Assert.Empty(GeneratorRun.EmittedAnew(Domain, "// A comment.\n" + Domain));

    [Fact]
    public void The_body_of_a_handler_emits_nothing() =>
        Assert.Empty(GeneratorRun.EmittedAnew(Domain, Domain.Replace("=> new(c.Owner);", "{ return new(c.Owner + \"!\"); }", StringComparison.Ordinal)));

    [Fact]
    public void The_body_of_an_Apply_changes_the_fingerprint_alone() => Assert.Equal(
        ["Bank.Account.Snapshot.g.cs"],
        GeneratorRun.EmittedAnew(Domain, Domain.Replace("_owner = e.Owner;", "_owner = e.Owner.Trim();", StringComparison.Ordinal)));

    [Fact]
    public void The_body_of_a_base_class_changes_the_fingerprint_of_what_derives_from_it()
    {
        const string domain = """
            namespace Bank;
            public sealed record Deposited(int Amount) : IEvent<Account>;
            public abstract class Balanced { protected int Balance { get; set; } protected void Deposit(int amount) => Balance += amount; }
            [Aggregate] public sealed partial class Account : Balanced { void Apply(Deposited e) => Deposit(e.Amount); }
            """;

        Assert.Equal(["Bank.Account.Snapshot.g.cs"], GeneratorRun.EmittedAnew(domain, domain.Replace("+= amount", "+= amount * 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_member_of_an_event_emits_that_events_JSON_alone() => Assert.Equal(
        ["Bank.Named.Json.g.cs"],
        GeneratorRun.EmittedAnew(Domain, Domain.Replace("record Named(string Name)", "record Named(string Name, string? Title = null)", StringComparison.Ordinal)));

    [Fact]
    public void A_member_of_an_event_leaves_what_other_events_and_states_share_with_it_as_it_is()
    {
        const string domain = """
            namespace Shop;
            public enum Size { Small, Large }
            public sealed record Line(string Product, int Quantity, Size Size);
            public sealed record Ordered(string Customer, List<Line> Lines, Dictionary<string, Line> ByName) : IEvent<Order>;
            public sealed record Shipped(List<Line> Lines, Size Size) : IEvent<Order>;
            public sealed record Ship(Line Line) : ICommand<Order>;
            [Aggregate]
            public sealed partial class Order
            {
                private List<Line> _lines = [];
                Shipped Handle(Ship c) => new([c.Line], c.Line.Size);
                void Apply(Ordered e) => _lines = e.Lines;
                void Apply(Shipped e) { }
            }
            [Query]
            public sealed partial class Basket { public List<Line> Lines { get; set; } = []; void Apply(Ordered e) => Lines = e.Lines; }
            """;

        Assert.Equal(
            ["Shop.Ordered.Json.g.cs"],
            GeneratorRun.EmittedAnew(domain, domain.Replace("record Ordered(string Customer,", "record Ordered(string Customer, Size Size, List<Line> More,", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_first_member_of_a_type_emits_what_finds_that_type_as_well() => Assert.Equal(
        ["Bank.Named.Json.g.cs", "Bank.TypeInfo.g.cs"],
        GeneratorRun.EmittedAnew(Domain, Domain.Replace("record Named(string Name)", "record Named(string Name, int Age = 0)", StringComparison.Ordinal)));

    [Fact]
    public void A_new_handler_emits_its_aggregate_and_the_commands_of_that_alone() => Assert.Equal(
        ["Bank.Forget.Json.g.cs", "Bank.Person.Aggregate.g.cs", "Bank.Person.Commands.g.cs", "Bank.TypeInfo.g.cs"],
        GeneratorRun.EmittedAnew(Domain, Domain.Replace(
            "Named Handle(Rename c)",
            "Named Handle(Forget c) => new(\"\"); Named Handle(Rename c)",
            StringComparison.Ordinal) + "\npublic sealed record Forget : ICommand<Person>;"));

    [Fact]
    public void A_service_of_a_handler_emits_its_aggregate_alone() => Assert.Equal(
        ["Bank.Account.Aggregate.g.cs"],
        GeneratorRun.EmittedAnew(Domain, Domain.Replace("Handle(Open c)", "Handle(Open c, IServiceProvider services)", StringComparison.Ordinal)));

    [Fact]
    public void Two_runs_emit_the_same_bytes() => Assert.Equal(GeneratorRun.Of(Domain).Files, GeneratorRun.Of(Domain).Files);
}
