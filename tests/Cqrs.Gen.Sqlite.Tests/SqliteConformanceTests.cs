using Cqrs.Gen.Testing.Conformance;

namespace Cqrs.Gen.Sqlite.Tests;

public sealed class SqliteConformanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. StoreConformance.Scenarios.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_SQLite_store_conforms(string scenario) => StoreConformance.Scenario(scenario).RunAsync(async () => await _folder.OpenAsync());

    public void Dispose() => _folder.Dispose();
}
