namespace Cqrs.Gen.Storage;

/// <summary>The identity of a stream: one aggregate.</summary>
/// <param name="Aggregate">The aggregate's persisted name.</param>
/// <param name="Id">The aggregate's id: 1 to 512 characters; upper and lower case differ.</param>
public readonly record struct StreamId(string Aggregate, string Id)
{
    /// <summary>The name and the id.</summary>
    public override string ToString() => $"{Aggregate}/{Id}";
}
