using Cqrs.Gen;

namespace Mistakes.Messages;

public sealed record Open(string Owner) : ICommand<Account>;
public sealed record Close : ICommand<Account>;                                   // CQG3001
public sealed record Ask : ICommand<Account>;
public sealed record Edit : ICommand<Account>
{
    public string Text { get; set; } = "";                                        // CQG2004
}

public sealed record Opened(string Owner) : IEvent<Account>;                      // CQG5003
public sealed record NotApplied : IEvent<Account>;                                // CQG2001
public sealed record NeverRaised : IEvent<Account>;                               // CQG2005
public record Unsealed : IEvent<Account>;                                         // CQG2006
public sealed record Changing : IEvent<Account>
{
    public int Count { get; set; }                                                // CQG2004
}

public sealed record Generic<T>(T Value) : IEvent<Account>;                       // CQG2002
public sealed record OfNothing : IEvent<Nothing>;                                 // CQG2003
public sealed record OfText : IEvent<string>;                                     // CQG2003

[Event("Not Well Formed")]
public sealed record IllNamed : IEvent<Account>;                                  // CQG5002

[Event(Version = 0)]
public sealed record Unversioned : IEvent<Account>;                               // CQG5006

[Event("opened")]
public sealed record Namesake : IEvent<Account>;
public sealed record Unstorable(
    Action Callback) : IEvent<Account>;                                           // CQG5001

public sealed class Nothing;

[Aggregate("account-of-messages")]
public sealed partial class Account
{
    private Opened Handle(Open c) => new(c.Owner);

    private Decision<Account> Handle(Ask c) => [];                                // CQG3002

    private Decision<Account> Handle(Edit c) =>
        [new NotApplied(), new Unsealed(), new Changing(), new IllNamed(), new Unversioned(), new Namesake(), new Unstorable(() => { })];

    private void Apply(Opened e)
    {
    }

    private void Apply(NeverRaised e)
    {
    }

    private void Apply(Unsealed e)
    {
    }

    private void Apply(Changing e)
    {
    }

    private void Apply(IllNamed e)
    {
    }

    private void Apply(Unversioned e)
    {
    }

    private void Apply(Namesake e)
    {
    }

    private void Apply(Unstorable e)
    {
    }
}
