using System.Reflection;

namespace Cqrs.Gen.Generators.Tests;

/// <summary>Domains that are spread over several assemblies.</summary>
public sealed class AssemblyTests
{
    [Fact]
    public async Task Events_and_commands_may_live_in_an_assembly_that_cannot_see_the_aggregate()
    {
        GeneratorRun contracts = GeneratorRun.Of("""
            namespace Contracts;
            public interface IAccount;
            public sealed record Opened(string Owner) : IEvent<IAccount>;
            public sealed record Open(string Owner) : ICommand<IAccount>;
            """, "Contracts");
        GeneratorRun domain = GeneratorRun.Of("""
            using Contracts;
            namespace Bank;
            [Aggregate(Contract = typeof(IAccount))]
            public sealed partial class Account
            {
                public string Owner { get; private set; } = "";
                static Opened Handle(Open c) => new(c.Owner);
                void Apply(Opened e) => Owner = e.Owner;
            }
            """, "Bank", contracts.Reference);

        (Assembly contractsAssembly, Assembly domainAssembly) = domain.LoadWith(contracts);
        AggregateProbe account = AggregateProbe.Of(domainAssembly, "Bank.Account");
        object open = Activator.CreateInstance(contractsAssembly.GetType("Contracts.Open")!, "Ann")!;

        Assert.Equal("account", account.Name);
        Assert.Equal("Contracts.IAccount", account.Contract.FullName);
        IEvent opened = (await account.HandleAsync(null, open))[0];
        Assert.Equal("{\"owner\":\"Ann\"}", account.WriteState(account.Apply(null, opened)));
        Assert.Equal("{\"$type\":\"open\",\"owner\":\"Ann\"}", account.WriteCommand(open));
        Assert.Equal(opened, account.ReadEvent("opened", 1, account.WriteEvent(opened).Json));
    }

    [Fact]
    public void A_query_may_consume_the_events_of_another_assembly()
    {
        GeneratorRun domain = GeneratorRun.Of("""
            namespace Bank;
            public sealed record Opened(string Owner) : IEvent<Account>;
            [Aggregate("the-account")] public sealed partial class Account { void Apply(Opened e) { } }
            """);
        GeneratorRun reports = GeneratorRun.Of("""
            namespace Reports;
            [Query] public sealed partial class Owners { public string Owner { get; set; } = ""; void Apply(Bank.Opened e) => Owner = e.Owner; }
            """, "Reports", domain.Reference);

        Assert.Contains("new(\"the-account\", \"opened\")", reports.Files["Reports.Owners.Query.g.cs"], StringComparison.Ordinal);
        Assert.Contains("visitor.VisitQuery<global::Reports.Owners>();", reports.Files["Reports.Module.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_module_is_named_after_the_assembly_and_shows_all_there_is()
    {
        GeneratorRun run = GeneratorRun.Of("""
            namespace Elsewhere;
            [Aggregate] public sealed partial class B;
            [Aggregate] internal sealed partial class A;
            [Query] public sealed partial class Q { void Apply(E e) { } }
            public sealed record E : IEvent<A>;
            """.Replace("public sealed partial class Q", "internal sealed partial class Q", StringComparison.Ordinal).Replace("public sealed record E", "internal sealed record E", StringComparison.Ordinal),
            "Acme.Bank-1");

        string module = run.Files["Acme.Bank-1.Module.g.cs"];
        Assert.Contains("namespace Acme.Bank_1", module, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class Bank_1Module", module, StringComparison.Ordinal);
        Assert.Contains("VisitAggregate<global::Elsewhere.A>();\n            visitor.VisitAggregate<global::Elsewhere.B>();\n            visitor.VisitQuery<global::Elsewhere.Q>();", module, StringComparison.Ordinal);
    }
}
