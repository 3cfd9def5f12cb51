namespace Cqrs.Gen.Storage;

/// <summary>Chooses the memory store.</summary>
public static class MemoryStorageExtensions
{
    /// <summary>Keeps events in memory: for tests and for what may be forgotten when the program ends.</summary>
    /// <typeparam name="T">What is being composed.</typeparam>
    /// <param name="target">What is being composed.</param>
    /// <returns>The same, for further calls.</returns>
    public static T UseInMemory<T>(this T target)
        where T : IStorageTarget
    {
        ArgumentNullException.ThrowIfNull(target);
        target.UseStorage(static () => new MemoryEventStorage());
        return target;
    }
}
