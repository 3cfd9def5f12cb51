namespace Cqrs.Gen.Benchmarks;

/// <summary>A program that keeps accounts durably: it loads, decides and appends.</summary>
internal interface IBank : IAsyncDisposable
{
    /// <summary>Deposits money. When it returns, the deposit is on the disk.</summary>
    /// <param name="account">The account's id; unknown ones begin with nothing.</param>
    /// <param name="amount">How much.</param>
    /// <returns>The version of the account after it.</returns>
    ValueTask<long> DepositAsync(string account, decimal amount);
}

/// <summary>A deposit as it was acknowledged, or as it stands in the file.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Version">The version of the account after it.</param>
/// <param name="Amount">How much.</param>
internal readonly record struct Deposit(string Account, long Version, decimal Amount);
