// A process that tests start, and kill: it appends to a database and says on its standard output what was acknowledged.
//   Cqrs.Gen.PostgreSql.Appender <connection string> <callers> <appends of each> <prefix of the streams> <schema>
using System.Globalization;
using Cqrs.Gen.Appending;
using Cqrs.Gen.PostgreSql;
using Cqrs.Gen.Storage;

await using EventStore store = new(new PostgreSqlEventStorage(new PostgreSqlStorageOptions(args[0]) { Schema = args[4] }));
return await new Callers(store, args[3]).RunAsync(int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
