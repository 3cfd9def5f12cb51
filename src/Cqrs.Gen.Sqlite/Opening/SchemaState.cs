namespace Cqrs.Gen.Sqlite;

/// <summary>What a database says about itself.</summary>
internal readonly record struct SchemaState(long ApplicationId, long Version, bool IsEmpty)
{
    public static SchemaState Read(Database database) => new(
        database.Number("PRAGMA application_id"),
        database.Number("PRAGMA user_version"),
        database.Number("SELECT count(*) FROM sqlite_schema") == 0);

    /// <summary>Whether the tables have to be created.</summary>
    public bool IsNew => IsEmpty && (ApplicationId == Schema.ApplicationId || (ApplicationId == 0 && Version == 0));

    /// <summary>Whether the tables have to be created or brought up to date.</summary>
    public bool IsBehind => IsNew || Version < Schema.Version;

    /// <exception cref="StoreException">The database is another program's, or a newer version's.</exception>
    public void Check(string path)
    {
        if (IsNew)
        {
            return;
        }

        if (ApplicationId != Schema.ApplicationId || Version < 1)
        {
            throw SqliteFaults.Foreign(path, "it is another program's database");
        }

        if (Version > Schema.Version)
        {
            throw new StoreException(
                StoreFault.Newer,
                $"The database \"{path}\" has version {Version} of the schema, this program knows up to {Schema.Version}: a newer version of it wrote the file. It was not touched; update this program.");
        }
    }
}
