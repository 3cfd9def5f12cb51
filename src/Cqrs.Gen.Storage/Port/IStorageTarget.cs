namespace Cqrs.Gen.Storage;

/// <summary>What is being composed and needs a store; adapters extend it with their <c>Use…</c> methods, so neither side knows the other.</summary>
public interface IStorageTarget
{
    /// <summary>Sets the store. The last call wins.</summary>
    /// <param name="create">Creates the store; it is opened and closed by the application.</param>
    void UseStorage(Func<IEventStorage> create);
}
