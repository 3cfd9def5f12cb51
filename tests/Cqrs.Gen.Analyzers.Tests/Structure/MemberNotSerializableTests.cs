namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MemberNotSerializableTests
{
    private const string Anything = "it may be anything, and no JSON may say which type to make: use a type of your own, or JsonElement for any JSON";
    private const string Framework = "this type of the framework is not supported: use one that is, or a record of your own";
    private const string Interface = "it is an interface, which does not say what to make when it is read: declare its types by [JsonDerivedType], or use a class";

    [Theory]
    [InlineData("public sealed record Opened(object {|#0:Tag|}) : IEvent<Account>;", "Opened.Tag", "object", Anything)]
    [InlineData("public sealed record Opened(Exception {|#0:Cause|}) : IEvent<Account>;", "Opened.Cause", "Exception", Framework)]
    public Task A_member_of_an_event_is_reported_where_it_stands(string e, string member, string type, string reason) =>
        DomainTest.Reports(With(e), ("CQG5001", $"'{member}' of type '{type}' cannot be stored: {reason}"));

    [Fact]
    public Task A_member_of_a_command_of_a_state_and_of_a_document_is_reported() => DomainTest.Reports(
        """
        public sealed record Open(IDisposable {|#0:Lease|}) : ICommand<Account>;
        public sealed record Opened : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            private IDisposable? {|#1:_lease|};
            Opened Handle(Open c) => new();
            void Apply(Opened e) => _lease = null;
        }

        [Query]
        public sealed partial class Summary
        {
            public IDisposable? {|#2:Lease|} { get; set; }
            void Apply(Opened e) { }
        }
        """,
        ("CQG5001", "'Open.Lease' of type 'IDisposable' cannot be stored: " + Interface),
        ("CQG5001", "'Account._lease' of type 'IDisposable?' cannot be stored: " + Interface),
        ("CQG5001", "'Summary.Lease' of type 'IDisposable?' cannot be stored: " + Interface));

    [Fact]
    public Task A_parameter_of_a_primary_constructor_that_a_method_uses_is_reported_where_it_stands() => DomainTest.Reports(
        """
        public sealed record Opened : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account(int {|#0:limit|} = 4)
        {
            private int _opened;
            void Apply(Opened e) => _opened = limit;
        }
        """,
        ("CQG5001", "'Account.limit' of type 'int' cannot be stored: a parameter of the primary constructor that methods use has no field of its own name: keep its value in a field, and use that"));

    [Fact]
    public Task A_member_that_two_events_reach_is_reported_once() => DomainTest.Reports(
        """
        public sealed record Address(IDisposable {|#0:Lease|});
        public sealed record Opened(Address Address) : IEvent<Account>;
        public sealed record Moved(Address Address) : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            public Address? Address { get; private set; }
            void Apply(Opened e) { }
            void Apply(Moved e) { }
        }
        """,
        ("CQG5001", "'Address.Lease' of type 'IDisposable' cannot be stored: " + Interface));

    [Fact]
    public Task An_item_of_a_collection_is_reported_at_the_member_that_has_it() => DomainTest.Reports(
        With("public sealed record Opened(List<IDisposable> {|#0:Leases|}) : IEvent<Account>;"),
        ("CQG5001", "'IDisposable' in 'Opened.Leases' of type 'List<IDisposable>' cannot be stored: " + Interface));

    [Fact]
    public Task An_item_deep_in_a_collection_is_reported_at_the_member_that_has_it() => DomainTest.Reports(
        "public sealed record Inner(Dictionary<string, IDisposable[]> {|#0:Deep|});" + With("public sealed record Opened(List<Inner> Inner) : IEvent<Account>;"),
        ("CQG5001", "'IDisposable' in 'Inner.Deep' of type 'Dictionary<string, IDisposable[]>' cannot be stored: " + Interface));

    [Fact]
    public Task An_item_of_a_collection_of_the_user_s_is_reported_at_the_collection() => DomainTest.Reports(
        "public sealed class {|#0:Leases|} : List<IDisposable>;" + With("public sealed record Opened(List<Leases> Leases) : IEvent<Account>;"),
        ("CQG5001", "'IDisposable' in 'Leases' cannot be stored: " + Interface));

    [Fact]
    public Task A_type_that_cannot_be_made_is_reported_itself() => DomainTest.Reports(
        """
        public sealed class {|#0:Address|}(string text) { public int Length => text.Length; }
        """ + With("public sealed record Opened(Address Address) : IEvent<Account>;"),
        ("CQG5001", "'Address' cannot be stored: the constructor's parameter text has no member of its name and type to take its value from"));

    [Theory]
    [InlineData("public sealed record Opened(string Owner, decimal Amount, DateOnly Day, Guid Id, int[] Codes, Dictionary<string, string> More) : IEvent<Account>;")]
    [InlineData("public sealed record Opened(int _x) : IEvent<Account>;")]
    [InlineData("public sealed record Opened({|CS0246:Missing|} Owner) : IEvent<Account>;")]
    [InlineData("public sealed record Opened(List<{|CS0246:Missing|}> Owners) : IEvent<Account>;")]
    public Task A_member_that_has_JSON_or_does_not_compile_is_quiet(string e) => DomainTest.IsQuiet(With(e));

    private static string With(string e) => $$"""
        {{e}}

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }
        """;
}
