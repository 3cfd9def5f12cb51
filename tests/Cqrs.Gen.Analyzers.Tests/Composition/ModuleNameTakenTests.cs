namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ModuleNameTakenTests
{
    [Theory]
    [InlineData("public sealed class {|CS0260:{|#0:TestProjectModule|}|};")]
    [InlineData("public class {|CS0260:{|#0:TestProjectModule|}|} { public static int Count => 1; }")]
    public Task A_type_under_the_name_of_the_module_is_reported(string type) => DomainTest.Reports(
        With(type),
        ("CQG6003", "'TestProjectModule' has the name of the module that is generated for this project; rename it, or give the module another name with <CqrsModuleName> in the project file"));

    [Theory]
    [InlineData("public sealed partial class TestProjectModule { public static int Count => 1; }")]
    [InlineData("public sealed class TestModule;")]
    [InlineData("public static class Nested { public sealed class TestProjectModule; }")]
    public Task Another_type_or_the_own_half_of_the_module_is_quiet(string type) => DomainTest.IsQuiet(With(type));

    private static string With(string type) => $$"""
        namespace TestProject;

        public sealed record Opened : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }

        {{type}}
        """;
}
