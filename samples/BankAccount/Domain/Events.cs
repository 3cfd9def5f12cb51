using Cqrs.Gen;

namespace Bank;

/// <summary>The account exists from here on.</summary>
public sealed record AccountOpened(string Owner) : IEvent<BankAccount>;

public sealed record MoneyDeposited(decimal Amount, decimal Balance) : IEvent<BankAccount>;

public sealed record MoneyWithdrawn(decimal Amount, decimal Balance) : IEvent<BankAccount>;

/// <summary>The clearing house accepted the check, and its amount left the account.</summary>
public sealed record CheckWritten(int Number, decimal Amount, decimal Balance) : IEvent<BankAccount>;
