#pragma warning disable CQG2003 // The aggregate of these messages is written by hand, so the rules do not see it.
namespace Cqrs.Gen.Testing.Tests.Fragile;

/// <summary>The contract by which messages name the aggregate, as if they lived in another assembly.</summary>
public interface INotebookContract;

/// <summary>What is deliberately broken about a message.</summary>
public enum Fault
{
    None,
    AltersNumber,
    ReordersMembers,
    LosesNumber,
    CannotBeWritten,
    CannotBeRead,
    IsUnknown,
    BecomesAnother,
    IsNotJson,
    ThrowsInApply,
    IsChangedByApply,
    ThrowsInHandle,
    ChangesTheState,
    ChangesTheStateAndThrows,
    TakesTime,
}

public sealed record NoteWritten(string Text, double Number = 0, IReadOnlyList<string>? Tags = null, Fault Fault = Fault.None) : IEvent<INotebookContract>
{
    public IReadOnlyList<string> Tags { get; init; } = Tags ?? [];

    public Dictionary<string, decimal> Prices { get; init; } = [];

    // Not part of the record's equality or text: what an Apply could change by mistake.
#pragma warning disable CQG2004 // That the kit notices such a change is what is tested.
    internal string? Scribble;
#pragma warning restore CQG2004
}

public sealed record NotebookCleared : IEvent<INotebookContract>;

/// <summary>Writes the notes it is told to, so that a test decides what happens.</summary>
public sealed record WriteNotes(params IReadOnlyList<NoteWritten> Notes) : ICommand<INotebookContract>
{
    public Fault Fault { get; init; }
}

public sealed record DescribeSurroundings : ICommand<INotebookContract>;

public sealed record AskOracle(string Question) : ICommand<INotebookContract>;

public interface IOracle
{
    ValueTask<string> AnswerAsync(string question, CancellationToken cancellationToken);
}
