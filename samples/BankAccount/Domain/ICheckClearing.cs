namespace Bank;

/// <summary>Decides elsewhere whether a check may be written. Asking twice must give the same answer: a command may be decided more than once.</summary>
public interface ICheckClearing
{
    ValueTask<bool> AcceptsAsync(string account, int number, decimal amount, CancellationToken cancellationToken);
}
