namespace Cqrs.Gen.Benchmarks;

/// <summary>A program that keeps accounts in some store, and how to find out what it really kept.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Kind">In which workloads it takes part.</param>
/// <param name="NewPlace">Makes a place with nothing in it, such as a file or a schema.</param>
/// <param name="Open">Starts the program there.</param>
/// <param name="StoredQuery">Reads account, version and JSON payload of every deposit that stands there.</param>
internal sealed record BankContender(string Name, BankKind Kind, Func<ValueTask<IBankPlace>> NewPlace, Func<string, ValueTask<IBank>> Open, string StoredQuery);

/// <summary>What a contender shows.</summary>
internal enum BankKind
{
    /// <summary>The aggregate's state is kept between commands.</summary>
    StateKept,

    /// <summary>The aggregate is read for each command: not for workloads on one hot aggregate, where the replay would be all that is measured.</summary>
    StateRead,
}

/// <summary>Where a bank keeps its accounts during one turn; gone with the turn.</summary>
internal interface IBankPlace : IAsyncDisposable
{
    /// <summary>How a program is told of it: a path or a connection string.</summary>
    string Address { get; }

    /// <summary>Reads what stands there, by a connection of its own.</summary>
    ValueTask<List<Deposit>> ReadAsync(string query);
}
