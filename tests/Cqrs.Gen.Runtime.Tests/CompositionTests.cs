using Bank;
using Cqrs.Gen.Storage;
using Microsoft.Extensions.DependencyInjection;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class CompositionTests
{
    [Fact]
    public void An_application_without_a_store_is_told_to_choose_one()
    {
        CompositionException fault = Assert.Throws<CompositionException>(() => CqrsApplication.Create(c => c.AddModule<TestsModule>()));
        Assert.Equal("No store was chosen. Call UseSqlite(…), UseInMemory() or UseStorage(…) where the application is put together.", fault.Message);
    }

    [Fact]
    public void An_application_without_a_module_is_told_to_add_one()
    {
        CompositionException fault = Assert.Throws<CompositionException>(() => CqrsApplication.Create(c => c.UseInMemory()));
        Assert.StartsWith("No module was added. Call AddModule<…>()", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_may_be_added_twice()
    {
        await using CqrsApplication application = CqrsApplication.Create(c => c.AddModule<TestsModule>().AddModule<TestsModule>().UseInMemory());
        Assert.Equal(1, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
        Assert.Equal(1, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Fact]
    public async Task What_belongs_to_no_added_module_is_named_with_what_to_do()
    {
        await using CqrsApplication application = CqrsApplication.Create(c => c.AddModule<ProbeAloneModule>().UseInMemory());

        CompositionException command = await Assert.ThrowsAsync<CompositionException>(async () => await application.Commands.ExecuteAsync("a", new OpenAccount("Ann")));
        CompositionException query = await Assert.ThrowsAsync<CompositionException>(async () => await application.Queries.GetAsync<AccountSummary>("a"));
        CompositionException aggregate = await Assert.ThrowsAsync<CompositionException>(async () => await application.Aggregates.GetAsync<BankAccount>("a"));

        Assert.Equal(
            "Bank.OpenAccount is a command of Bank.BankAccount, which is in no module that was added. " +
            "Add the generated module class of the assembly with the aggregate, such as cqrs.AddModule<…Module>().",
            command.Message);
        Assert.StartsWith("The query account-summary (Bank.AccountSummary) is in no module that was added.", query.Message, StringComparison.Ordinal);
        Assert.StartsWith("The aggregate bank-account (Bank.BankAccount) is in no module that was added.", aggregate.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_modules_that_claim_a_name_are_both_named()
    {
        CompositionException aggregate = Assert.Throws<CompositionException>(() =>
            CqrsApplication.Create(c => c.AddModule<TestsModule>().AddModule<ProbeAloneModule>().UseInMemory()));
        CompositionException query = Assert.Throws<CompositionException>(() =>
            CqrsApplication.Create(c => c.AddModule<TestsModule>().AddModule<QueryAloneModule>().UseInMemory()));

        Assert.Equal(
            "The aggregate name \"probe\" is claimed by Probing.Probe in the module Cqrs.Gen.Runtime.Tests and by Probing.Probe in the module ProbeAlone. " +
            "Rename one of them: [Aggregate(\"another-name\")].",
            aggregate.Message);
        Assert.StartsWith("The query name \"probe-total\" is claimed by", query.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inline_query_without_its_aggregate_is_refused_because_it_would_stay_empty()
    {
        CompositionException fault = Assert.Throws<CompositionException>(() => CqrsApplication.Create(c => c.AddModule<QueryAloneModule>().UseInMemory()));
        Assert.StartsWith(
            "The query probe-total (Probing.ProbeTotal) in the module QueryAlone consumes events of the aggregate \"probe\", which is in no module that was added.",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_an_aggregate_that_is_not_there_are_refused()
    {
        CompositionException fault = Assert.Throws<CompositionException>(() =>
            CqrsApplication.Create(c => c.AddModule<ProbeAloneModule>().UseInMemory().ForAggregate<BankAccount>(a => a.CacheSize = 1)));
        Assert.StartsWith("ForAggregate<Bank.BankAccount> names an aggregate that is in no module that was added.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused_where_they_are_set()
    {
        CqrsApplication.Create(c =>
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => c.CacheAggregates(-1));
            Assert.Throws<ArgumentOutOfRangeException>(() => c.RetryConflicts(0));
            Assert.Throws<ArgumentOutOfRangeException>(() => c.ForAggregate<Probe>(a => a.CacheSize = -1));
            c.AddModule<TestsModule>().UseInMemory();
        }).Dispose();
    }

    [Fact]
    public async Task A_missing_service_names_the_handler_and_the_service()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication bank = store.Start();
        await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));

        CompositionException fault = await Assert.ThrowsAsync<CompositionException>(async () => await bank.Commands.ExecuteAsync("a", new WriteCheck("1", 1m)));

        Assert.Contains("Bank.ICheckPrinter", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Handle(WriteCheck)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_opened_before_it_is_needed_unless_asked_for()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();
        Assert.False(File.Exists(store.Path));

        await application.OpenAsync();
        await application.OpenAsync();

        Assert.True(File.Exists(store.Path));
    }

    [Fact]
    public async Task Sixty_four_first_commands_open_one_store()
    {
        int opened = 0;
        await using CqrsApplication application = CqrsApplication.Create(c => c.AddModule<TestsModule>().UseStorage(() =>
        {
            Interlocked.Increment(ref opened);
            return new MemoryEventStorage();
        }));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () => await application.Commands.ExecuteAsync("a", new Add(1)))));

        Assert.Equal(1, opened);
    }

    [Fact]
    public async Task A_container_gives_the_parts_of_one_application_and_closes_it()
    {
        ServiceCollection services = new();
        services.AddCqrs(c => c.AddModule<ProbeAloneModule>());
        services.AddCqrs(c => c.UseInMemory().AddService<IPause>(new HeldPause()));
        ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        ICommandBus commands = provider.GetRequiredService<ICommandBus>();
        CqrsApplication application = provider.GetRequiredService<CqrsApplication>();
        await application.OpenAsync();
        await commands.ExecuteAsync("a", new Add(1));

        Assert.Same(application.Commands, commands);
        Assert.Same(application.Queries, provider.GetRequiredService<IQueryReader>());
        Assert.Equal(1, (await provider.GetRequiredService<IAggregateReader>().GetAsync<Probe>("a"))!.Version);
        Assert.NotNull(provider.GetRequiredService<IPause>());
        provider.Dispose();
        Assert.Equal(StoreFault.Closed, (await Assert.ThrowsAsync<StoreException>(async () => await commands.ExecuteAsync("a", new Add(1)))).Fault);
    }

    private sealed class QueryAloneModule : IModule
    {
        static string IModule.ModuleName => "QueryAlone";

        static void IModule.Accept(IModuleVisitor visitor) => visitor.VisitQuery<ProbeTotal>();
    }
}
