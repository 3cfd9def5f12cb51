using Cqrs.Gen;

namespace Mistakes.Methods;

public sealed record Misspell : ICommand<Account>;                                // CQG3001
public sealed record Return : ICommand<Account>;
public sealed record ByReference : ICommand<Account>;
public sealed record Twice : ICommand<Account>;
public sealed record Forget : ICommand<Account>;
public sealed record Number : ICommand<Account>;
public sealed record Inherit : ICommand<Account>;
public sealed record Happened : IEvent<Account>;                                  // CQG2001
public sealed record AlsoHappened : IEvent<Account>;
public sealed record Returned : IEvent<Account>;
public sealed record Referenced : IEvent<Account>;
public sealed record Awaited : IEvent<Account>;
public sealed record Static : IEvent<Account>;

public sealed record OfAnother : ICommand<Other>;
public sealed record OtherHappened : IEvent<Other>;

public interface IService;

public abstract class Base
{
    protected static Happened Handle(Inherit c) => new();
}

[Aggregate]
public sealed partial class Account : Base                                        // CQG1008
{
    private Happened Hanlde(Misspell c) => new();                                 // CQG1007

    private void Handle(Return c)                                                 // CQG1004
    {
    }

    private Happened Handle(ref ByReference c) => new();                          // CQG1004

    private AlsoHappened Handle(Twice c) => new();

    private AlsoHappened Handle(Twice c, IService service) => new();              // CQG1006

    private async void Handle(Forget c) => await Task.Yield();                    // CQG1004

    private Returned Handle(Number c, int number) => new();                       // CQG1004

    private Happened Handle(string text) => new();                                // CQG1004

    private Happened Handle(OfAnother c) => new();                                // CQG1004

    private void Aply(Happened e)                                                 // CQG1007
    {
    }

    private void Apply(AlsoHappened e, IService service)                          // CQG1005
    {
    }

    private int Apply(Returned e) => 1;                                           // CQG1005

    private void Apply(out Referenced e) => e = new();                            // CQG1005

    private async void Apply(Awaited e) => await Task.Yield();                    // CQG1005

    private static void Apply(Static e)                                           // CQG1005
    {
    }

    private void Apply(OtherHappened e)                                           // CQG1005
    {
    }
}

[Aggregate]
public sealed partial class Other
{
    private OtherHappened Handle(OfAnother c) => new();

    private void Apply(OtherHappened e)
    {
    }
}
