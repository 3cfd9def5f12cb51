namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ModuleNotAddedTests
{
    private const string Accounts = """
        public sealed record Open(string Owner) : ICommand<BankAccount>;
        public sealed record Opened(string Owner) : IEvent<BankAccount>;
        public sealed class AccountsModule : IModule { static string IModule.ModuleName => ""; static void IModule.Accept(IModuleVisitor visitor) { } }

        [Aggregate]
        public sealed class BankAccount;
        """;

    [Fact]
    public Task A_command_of_a_module_that_is_not_added_is_reported() => DomainTest.Reports(
        With("cqrs => cqrs.CacheAggregates(10)", "{|#0:application.Commands.ExecuteAsync(\"1\", new Open(\"\"))|}"),
        [DomainTest.Reference(Accounts, "Accounts")],
        ("CQG6001", "'BankAccount' belongs to the module 'AccountsModule', which this application does not add, so its command cannot be executed; add it with AddModule<AccountsModule>()"));

    [Fact]
    public Task A_command_that_is_only_known_by_its_aggregate_is_reported() => DomainTest.Reports(
        With("cqrs => cqrs.CacheAggregates(10)", "{|#0:application.Commands.ExecuteAsync(\"1\", Elsewhere.Command)|}"),
        [DomainTest.Reference(Accounts, "Accounts")],
        ("CQG6001", "'BankAccount' belongs to the module 'AccountsModule', which this application does not add, so its command cannot be executed; add it with AddModule<AccountsModule>()"));

    [Theory]
    [InlineData("cqrs => cqrs.AddModule<AccountsModule>()")]
    [InlineData("configure")]
    [InlineData("cqrs => Elsewhere.Configure(cqrs)")]
    public Task An_application_that_adds_it_or_is_put_together_elsewhere_is_quiet(string configure) => DomainTest.IsQuiet(
        With(configure, "application.Commands.ExecuteAsync(\"1\", new Open(\"\"))"),
        DomainTest.Reference(Accounts, "Accounts"));

    private static string With(string configure, string execute) => $$"""
        public static class Elsewhere
        {
            public static void Configure(CqrsBuilder builder) { }
            public static ICommand<BankAccount> Command => new Open("");
        }

        public static class Program
        {
            public static async Task Run(Action<CqrsBuilder> configure)
            {
                await using CqrsApplication application = await CqrsApplication.OpenAsync({{configure}});
                await {{execute}};
            }
        }
        """;
}
