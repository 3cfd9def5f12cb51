using Cqrs.Gen;
using Cqrs.Gen.Sqlite;
using Mistakes;
using Mistakes.Queries;

await using CqrsApplication application = await CqrsApplication.OpenAsync(
    cqrs => cqrs.AddModule<MistakesModule>().UseSqlite("mistakes.db"));           // CQG6002 CQG6002
await application.Commands.ExecuteAsync("1", new Deposit("north"));
