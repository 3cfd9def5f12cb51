using Cqrs.Gen;
using Cqrs.Gen.Sqlite;
using Unhosted;

await using CqrsApplication application = await CqrsApplication.OpenAsync(cqrs => cqrs.UseSqlite("unhosted.db"));
await application.Commands.ExecuteAsync("1", new Open());                         // CQG6001

namespace Unhosted
{
    public sealed record Open : ICommand<Account>;
    public sealed record Opened : IEvent<Account>;

    [Aggregate]
    public sealed partial class Account
    {
        private static Opened Handle(Open c) => new();

        private void Apply(Opened e)
        {
        }
    }
}
