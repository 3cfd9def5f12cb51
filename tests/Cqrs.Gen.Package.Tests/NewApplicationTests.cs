using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Package.Tests;

public sealed class NewApplicationTests(Packages packages)
{
    [Fact]
    public async Task The_steps_of_the_README_lead_to_a_stored_event()
    {
        await packages.RunAsync("", Readme.Block(Packages.Steps, "sh", 1));
        await File.WriteAllTextAsync(packages.At("Bank", "Program.cs"), Readme.Block("An example", "csharp"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(packages.At("Bank", "BankJson.cs"), Readme.Block("JSON", "csharp"), TestContext.Current.CancellationToken);

        string output = await packages.RunAsync("Bank", Readme.Block(Packages.Steps, "sh", 2));

        Assert.Equal("The balance of 100 is less than 500.\nAlice has 100.\n", output);
        Assert.Equal(["account-opened", "money-deposited"], Events(packages.At("Bank", "bank.db")));

        // Run again, it goes on from the file.
        Assert.Contains("Alice has 200.", await packages.RunAsync("Bank", Readme.Block(Packages.Steps, "sh", 2)), StringComparison.Ordinal);
        Assert.Equal(["account-opened", "money-deposited", "money-deposited"], Events(packages.At("Bank", "bank.db")));
    }

    [Fact]
    public async Task A_library_with_the_contracts_alone_has_the_generator_and_the_rules_and_an_application_hosts_it()
    {
        await packages.RunAsync("", """
            mkdir Shop
            cd Shop
            dotnet new nugetconfig
            dotnet nuget add source "$CQRS_GEN/artifacts/packages" --name cqrs-gen --configfile nuget.config
            dotnet new classlib -o Domain
            dotnet new console -o App
            rm Domain/Class1.cs
            cd Domain
            dotnet add package Cqrs.Gen
            cd ../App
            dotnet add package Cqrs.Gen.Runtime
            dotnet add package Cqrs.Gen.Sqlite
            dotnet add package Microsoft.Extensions.DependencyInjection
            dotnet add reference ../Domain
            """);
        await WriteAsync("Domain/Directory.Build.props", "<Project><PropertyGroup><CqrsModuleName>Acme.OrdersModule</CqrsModuleName></PropertyGroup></Project>");
        await WriteAsync("Domain/Order.cs", OrderSource);
        await WriteAsync("App/Program.cs", ProgramSource);

        string output = await packages.RunAsync("Shop/App", "dotnet run");

        Assert.Equal("3 pieces\n", output);
        Assert.Equal(["order-placed", "item-added"], Events(packages.At("Shop", "App", "shop.db")));

        await WriteAsync("Domain/OrderLost.cs", "namespace Acme; public sealed record OrderLost : Cqrs.Gen.IEvent<Order>;");
        (int exitCode, string errors) = await packages.TryAsync("Shop/Domain", "dotnet build");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CQG2001", errors, StringComparison.Ordinal);
    }

    private const string OrderSource = """
        using Cqrs.Gen;

        namespace Acme;

        public sealed record PlaceOrder(int Pieces) : ICommand<Order>;
        public sealed record AddItem(int Pieces) : ICommand<Order>;
        public sealed record OrderPlaced(int Pieces) : IEvent<Order>;
        public sealed record ItemAdded(int Pieces) : IEvent<Order>;

        [Aggregate]
        public sealed partial class Order
        {
            public int Pieces { get; private set; }

            private static OrderPlaced Handle(PlaceOrder c) => new(c.Pieces);

            private ItemAdded Handle(AddItem c) => new(c.Pieces);

            private void Apply(OrderPlaced e) => Pieces = e.Pieces;

            private void Apply(ItemAdded e) => Pieces += e.Pieces;
        }
        """;

    private const string ProgramSource = """
        using Acme;
        using App;
        using Cqrs.Gen;
        using Cqrs.Gen.Sqlite;
        using Microsoft.Extensions.DependencyInjection;

        ServiceCollection services = new();
        services.AddCqrs(cqrs => cqrs.AddModule<OrdersModule>().AddModule<AppModule>().UseSqlite("shop.db"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        ICommandBus bus = provider.GetRequiredService<ICommandBus>();
        await bus.ExecuteAsync("o-1", new PlaceOrder(2));
        await bus.ExecuteAsync("o-1", new AddItem(1));
        OrderSize? size = await provider.GetRequiredService<IQueryReader>().GetAsync<OrderSize>("o-1");
        Console.WriteLine($"{size?.Pieces} pieces");

        namespace App
        {
            [Query]
            public sealed partial class OrderSize
            {
                public int Pieces { get; private set; }

                private void Apply(OrderPlaced e) => Pieces = e.Pieces;

                private void Apply(ItemAdded e) => Pieces += e.Pieces;
            }
        }
        """;

    private Task WriteAsync(string path, string text) => File.WriteAllTextAsync(packages.At("Shop", path), text, TestContext.Current.CancellationToken);

    private static string[] Events(string database)
    {
        using SqliteConnection connection = new($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM events JOIN event_types USING (type) ORDER BY position";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return [.. names];
    }
}
