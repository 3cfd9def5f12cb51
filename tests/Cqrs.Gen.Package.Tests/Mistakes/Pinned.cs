using Cqrs.Gen;

namespace Mistakes.Pinned;

public sealed record Stamp : ICommand<Letter>;
public sealed record Stamped : IEvent<Letter>;                                    // CQG5004

[Aggregate]
public sealed partial class Letter                                                // CQG5004
{
    private Stamped Handle(Stamp c) => new();

    private void Apply(Stamped e)
    {
    }
}
