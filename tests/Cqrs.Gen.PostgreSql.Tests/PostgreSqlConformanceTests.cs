using Cqrs.Gen.Testing.Conformance;

namespace Cqrs.Gen.PostgreSql.Tests;

public sealed class PostgreSqlConformanceTests(SharedServer shared)
{
    public static TheoryData<string> Names => [.. StoreConformance.Scenarios.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_PostgreSQL_store_conforms(string scenario)
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        return StoreConformance.Scenario(scenario).RunAsync(async () => await Stores.OpenAsync(options));
    }
}
