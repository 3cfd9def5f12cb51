using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>The application under test.</summary>
internal static class Application
{
    public static ValueTask<CqrsApplication> OpenAsync(Func<IEventStorage> storage) => CqrsApplication.OpenAsync(
        cqrs => cqrs.AddModule<FaultsModule>().UseSnapshots(SnapshotPolicy.EveryEvents(20)).UseStorage(storage),
        CancellationToken.None);
}
