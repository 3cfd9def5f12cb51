using Cqrs.Gen.Testing.Conformance;

namespace Cqrs.Gen.Storage.Tests;

public sealed class MemoryConformanceTests
{
    public static TheoryData<string> Names => [.. StoreConformance.Scenarios.Where(s => !s.OpensTwice).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_memory_store_conforms(string scenario) => StoreConformance.Scenario(scenario).RunAsync(async () =>
    {
        MemoryEventStorage storage = new();
        await storage.OpenAsync(CancellationToken.None);
        return storage;
    });
}
