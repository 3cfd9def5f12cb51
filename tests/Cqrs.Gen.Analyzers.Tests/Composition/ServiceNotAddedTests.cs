namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ServiceNotAddedTests
{
    [Fact]
    public Task A_service_that_nothing_adds_is_reported() => DomainTest.Reports(
        With("await CqrsApplication.OpenAsync(cqrs => {|#0:cqrs.AddModule<AccountsModule>()|})"),
        ("CQG6002", "'BankAccount.Handle(Open, IRegister, IRegister?, AggregateContext, CancellationToken)' takes the service 'IRegister', which nothing adds to this application; add it with AddService<IRegister>(…)"));

    [Theory]
    [InlineData("await CqrsApplication.OpenAsync(cqrs => cqrs.AddModule<AccountsModule>().AddService<IRegister>(new Register()))")]
    [InlineData("await CqrsApplication.OpenAsync(cqrs => Elsewhere.Add<IRegister>(cqrs.AddModule<AccountsModule>()))")]
    [InlineData("services.AddCqrs(cqrs => cqrs.AddModule<AccountsModule>())")]
    public Task An_application_that_has_it_or_may_have_it_is_quiet(string composition) => DomainTest.IsQuiet(With(composition));

    private static string With(string composition) => $$"""
        public sealed record Open(string Owner) : ICommand<BankAccount>;
        public sealed record Opened(string Owner) : IEvent<BankAccount>;
        public interface IRegister;
        public sealed class Register : IRegister;

        [Aggregate]
        public sealed partial class BankAccount
        {
            Opened Handle(Open c, IRegister register, IRegister? optional, AggregateContext context, CancellationToken cancellationToken) => new(c.Owner);
            void Apply(Opened e) { }
        }

        public sealed class AccountsModule : IModule { static string IModule.ModuleName => ""; static void IModule.Accept(IModuleVisitor visitor) { } }

        public static class Elsewhere
        {
            public static CqrsBuilder Add<T>(CqrsBuilder builder) where T : class => builder;
        }

        public static class Program
        {
            public static async Task<object> Run(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
            {
                await Task.Yield();
                return {{composition}};
            }
        }
        """;
}
