using Cqrs.Gen;

namespace Mistakes.Queries;

public sealed record Deposit(string Branch) : ICommand<Account>;
public sealed record Deposited(string Branch) : IEvent<Account>;
public sealed record Withdrawn(string Branch) : IEvent<Account>;
public sealed record Ship : ICommand<Parcel>;
public sealed record Shipped : IEvent<Parcel>;

[Aggregate("query-account")]
public sealed partial class Account
{
    private Decision<Account> Handle(Deposit c) => [new Deposited(c.Branch), new Withdrawn(c.Branch)];

    private void Apply(Deposited e)
    {
    }

    private void Apply(Withdrawn e)
    {
    }
}

[Aggregate]
public sealed partial class Parcel
{
    private Shipped Handle(Ship c) => new();

    private void Apply(Shipped e)
    {
    }
}

[Query]
public sealed partial class Idle;                                                 // CQG4001

[Query]
public sealed partial class Foreign
{
    private void Apply(string e)                                                  // CQG1005
    {
    }
}

[Query(Consistency = QueryConsistency.Inline)]
public sealed partial class OfTwo                                                 // CQG4002
{
    private void Apply(Deposited e)
    {
    }

    private void Apply(Shipped e)
    {
    }
}

[Query]
public sealed partial class ByBranch                                              // CQG4003 CQG4006
{
    private static string Key(Deposited e) => e.Branch;

    private void Apply(Deposited e)
    {
    }

    private void Apply(Withdrawn e)
    {
    }
}

[Query]
public sealed partial class ByNumber
{
    private static int Key(Deposited e) => 1;                                     // CQG4004

    private void Apply(Deposited e)
    {
    }
}

[Query]
public sealed partial class TwoKeys                                               // CQG4006
{
    private static string Key(Deposited e) => e.Branch;

    private static string Key(Deposited e, EventContext context) => e.Branch;     // CQG1006

    private static string Key(Withdrawn e) => e.Branch;                           // CQG4004

    private void Apply(Deposited e)
    {
    }
}

[Query]
public sealed partial class NearMisses
{
    private static string[] Keys(Deposited e) => [e.Branch];                      // CQG1007

    private void Apply(Deposited e)
    {
    }

    private void Handle(Withdrawn e)                                              // CQG1007
    {
    }

    private void Handle(Deposit c)                                                // CQG1004
    {
    }
}

[Query(Exhaustive = true)]
public sealed partial class Everything                                            // CQG4005
{
    private void Apply(Deposited e)
    {
    }
}

[Query]
public sealed partial class Unstorable
{
    private readonly Thread _thread = Thread.CurrentThread;                       // CQG5001

    private void Apply(Deposited e) => _ = _thread;
}
