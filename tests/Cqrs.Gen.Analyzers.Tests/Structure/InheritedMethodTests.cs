namespace Cqrs.Gen.Analyzers.Tests;

public sealed class InheritedMethodTests
{
    [Fact]
    public Task An_inherited_Apply_is_reported_at_the_aggregate() => DomainTest.Reports(
        With("{|#0:Account|}", "Opened Handle(Open c) => new();", "protected void Apply(Opened e) { }"),
        ("CQG1008", "'Account' inherits 'Base.Apply(Opened)', which would never be called: only the class's own methods are; write an own Apply for 'Opened' that calls it"));

    [Fact]
    public Task An_inherited_Handle_is_reported_at_the_aggregate() => DomainTest.Reports(
        With("{|#0:Account|}", "void Apply(Opened e) { }", "protected Opened Handle(Open c) => new();"),
        ("CQG1008", "'Account' inherits 'Base.Handle(Open)', which would never be called: only the class's own methods are; write an own Handle for 'Open' that calls it"));

    [Theory]
    [InlineData("protected void Apply(Opened e) { }", "new void Apply(Opened e) => base.Apply(e);")]
    [InlineData("public abstract void Apply(Opened e);", "public override void Apply(Opened e) { }")]
    public Task A_class_with_methods_of_its_own_is_quiet(string inherited, string own) =>
        DomainTest.IsQuiet(With("Account", "Opened Handle(Open c) => new(); " + own, inherited));

    private static string With(string name, string own, string inherited) => $$"""
        public sealed record Open : ICommand<Account>;
        public sealed record Opened : IEvent<Account>;

        public abstract class Base
        {
            {{inherited}}
        }

        [Aggregate]
        public sealed partial class {{name}} : Base
        {
            {{own}}
        }
        """;
}
