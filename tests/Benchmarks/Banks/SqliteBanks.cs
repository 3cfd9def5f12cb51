using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The contenders on SQLite.</summary>
internal static class SqliteBanks
{
    /// <summary>All of them; the first that takes part in a workload is what the others are compared with.</summary>
    public static BankContender[] Contenders { get; } =
    [
        ByHand("by hand, one commit a command", BankKind.StateRead, NaiveBank.OpenAsync),
        ByHand("by hand, one commit a command, state kept", BankKind.StateKept, NaiveBank.OpenCachedAsync),
        ByHand("by hand, group commit, state kept", BankKind.StateKept, GroupingBank.OpenAsync),
        Ours("Cqrs.Gen", BankKind.StateKept, CqrsBuilder.DefaultCacheSize),
        Ours("Cqrs.Gen (control)", BankKind.StateKept, CqrsBuilder.DefaultCacheSize),
        Ours("Cqrs.Gen, no state kept", BankKind.StateRead, 0),
    ];

    private static BankContender ByHand(string name, BankKind kind, Func<string, ValueTask<IBank>> open) => new(name, kind, NewPlace, open, BankFile.Stored);

    private static BankContender Ours(string name, BankKind kind, int cacheSize) => new(name, kind, NewPlace, path => CqrsBank.OpenAsync(path, cacheSize), CqrsBank.Stored);

    private static ValueTask<IBankPlace> NewPlace() => new(new Folder());

    private sealed class Folder : IBankPlace
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cqrs-gen-");

        public string Address => Path.Combine(_folder.FullName, "bank.db");

        public async ValueTask<List<Deposit>> ReadAsync(string query)
        {
            await using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Address, Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = query;
            await using SqliteDataReader reader = await command.ExecuteReaderAsync();
            List<Deposit> stored = [];
            while (await reader.ReadAsync())
            {
                using JsonDocument payload = JsonDocument.Parse(reader.GetString(2));
                stored.Add(new(reader.GetString(0), reader.GetInt64(1), payload.RootElement.GetProperty("amount").GetDecimal()));
            }

            return stored;
        }

        public ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
