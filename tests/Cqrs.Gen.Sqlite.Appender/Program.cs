// A process that tests start, and kill: it appends to a file and says on its standard output what was acknowledged.
//   Cqrs.Gen.Sqlite.Appender <file> <callers> <appends of each> <prefix of the streams>
using System.Globalization;
using Cqrs.Gen.Appending;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;

await using EventStore store = new(new SqliteEventStorage(new SqliteStorageOptions(args[0])));
return await new Callers(store, args[3]).RunAsync(int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
