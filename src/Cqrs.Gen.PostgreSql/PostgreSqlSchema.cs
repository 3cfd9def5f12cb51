using System.Text.RegularExpressions;

namespace Cqrs.Gen.PostgreSql;

/// <summary>The SQL that the PostgreSQL store is made of, for whoever reviews it, and applies it instead of the store.</summary>
public static partial class PostgreSqlSchema
{
    /// <summary>The name of the schema unless another one is given.</summary>
    public const string DefaultName = "cqrs_gen";

    /// <summary>
    /// The script that creates the schema's tables and functions, in one transaction. The store runs it by itself if the schema is not there and its user may create one; it needs no
    /// such right if the script was applied before.
    /// </summary>
    /// <param name="schema">The schema's name.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    public static string Script(string schema = DefaultName) => $"BEGIN;\n\n{Create(schema)}\n\nCOMMIT;\n";

    /// <summary>
    /// The script that brings a schema that an older version of the store made up to date, in one transaction. The store runs it by itself if its user owns the schema's tables; otherwise
    /// their owner runs it, or a superuser. Events stay as they are; whoever was granted to append may append on. Appends wait for it, and programs of the older version cannot append any
    /// more once it is done. It fails, and changes nothing, if the schema has another version or was altered.
    /// </summary>
    /// <param name="fromVersion">The version that the schema has (<c>SELECT version FROM cqrs_gen.store</c>), from 1 upwards.</param>
    /// <param name="schema">The schema's name.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There was no such version before the current one.</exception>
    public static string Upgrade(int fromVersion, string schema = DefaultName) => $"BEGIN;\n\n{For(schema, SchemaUpgrades.After(fromVersion))}\n\nCOMMIT;\n";

    /// <summary>
    /// The script that lets a role append and read, but neither change what is recorded nor write in any other way. The role must exist, and the schema's owner runs the script.
    /// </summary>
    /// <param name="role">The role of the application.</param>
    /// <param name="schema">The schema's name.</param>
    /// <exception cref="ArgumentException">The schema's name is not one, or the role's is empty.</exception>
    public static string Grants(string role, string schema = DefaultName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        return For(schema, AppendFunction.Grants).Replace("{role}", $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal) + "\n";
    }

    internal static string Create(string schema) => For(
        schema,
        string.Join("\n\n", Schema.Tables, Schema.Strangers, Schema.Protection, AppendFunction.Append, AppendFunction.Register, AppendFunction.Rights, Definition.Write));

    /// <summary>Puts the schema's name into SQL.</summary>
    internal static string For(string schema, string sql)
    {
        Check(schema);
        return sql.Replace(Schema.Name, $"\"{schema}\"", StringComparison.Ordinal).Replace("{lock}", Schema.LockClass, StringComparison.Ordinal);
    }

    /// <exception cref="ArgumentException">The name is not one.</exception>
    internal static void Check(string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (!Identifier().IsMatch(schema))
        {
            throw new ArgumentException($"\"{schema}\" cannot be the name of a schema here. Give 1 to 63 letters from a to z or A to Z, digits and underscores, with no digit and no \"pg_\" in front.", nameof(schema));
        }
    }

    [GeneratedRegex("^(?!pg_)[A-Za-z_][A-Za-z0-9_]{0,62}\\z")]
    private static partial Regex Identifier();
}
