namespace Cqrs.Gen.Benchmarks;

/// <summary>What a worker runs.</summary>
/// <param name="Name">How the worker is told of it.</param>
/// <param name="OpenAsync">Starts it at an address.</param>
/// <param name="Stored">Reads account, version and JSON payload of every deposit that stands there.</param>
internal sealed record BankProgram(string Name, Func<string, ValueTask<IBank>> OpenAsync, string Stored)
{
    public static BankProgram Sqlite { get; } = new("sqlite", static path => CqrsBank.OpenAsync(path), CqrsBank.Stored);

    public static BankProgram SqliteByHand { get; } = new("sqlite-by-hand", NaiveBank.OpenAsync, BankFile.Stored);

    public static BankProgram PostgreSql { get; } = new("postgresql", static address => CqrsBank.OpenAsync(cqrs => PostgreSqlPlace.Use(cqrs, address)), CqrsBank.Stored);

    public static BankProgram PostgreSqlByHand { get; } = new("postgresql-by-hand", NaiveNpgsqlBank.OpenAsync, NpgsqlTable.Stored);

    public static BankProgram Named(string name) => new[] { Sqlite, SqliteByHand, PostgreSql, PostgreSqlByHand }.Single(program => program.Name == name);
}
