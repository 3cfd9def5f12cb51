using System.Text.Json;

namespace Cqrs.Gen.Testing.Tests.Fragile;

/// <summary>An aggregate written by hand, because a generator cannot be asked to be wrong.</summary>
public sealed class Notebook : IAggregate<Notebook>
{
    private static readonly EventDescriptor NoteWrittenEvent = new("note-written", 1, typeof(NoteWritten));
    private static readonly EventDescriptor NotebookClearedEvent = new("notebook-cleared", 1, typeof(NotebookCleared));
    private static readonly EventDescriptor UnknownEvent = new("note-unknown", 3, typeof(NoteWritten));

    public List<string> Notes { get; private set; } = [];

    public static string AggregateName => "notebook";

    public static Type Contract => typeof(INotebookContract);

    public static bool RequiresServices => true;

    public static ReadOnlySpan<EventDescriptor> Events => new EventDescriptor[] { NoteWrittenEvent, NotebookClearedEvent };

    public static string Fingerprint => "by-hand";

    public static ValueTask<Decision> HandleAsync(
        Notebook? state, ICommand command, in AggregateContext context, IServiceProvider services, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case WriteNotes c:
                if (c.Fault is Fault.ChangesTheState or Fault.ChangesTheStateAndThrows)
                {
                    state!.Notes.Add("by the back door");
                }

                if (c.Fault is Fault.ThrowsInHandle or Fault.ChangesTheStateAndThrows)
                {
                    throw new InvalidOperationException("No ink.");
                }

                Decision<INotebookContract> decision = [.. c.Notes];
                return c.Fault == Fault.TakesTime ? Later(decision) : new(decision.Untyped);
            case DescribeSurroundings:
                return new(Decision.Of(new NoteWritten(
                    $"{context.AggregateName}/{context.AggregateId} v{context.Version} {context.CommandId} {context.Timestamp:O} [{context.Metadata}]")));
            case AskOracle c:
                IOracle oracle = (IOracle?)services.GetService(typeof(IOracle)) ?? throw CompositionException.MissingService(typeof(IOracle), "Notebook.Handle(AskOracle)");
                return Ask(oracle, c.Question, cancellationToken);
            default:
                throw new CommandNotHandledException("notebook", command.GetType());
        }

        static async ValueTask<Decision> Later(Decision<INotebookContract> decision)
        {
            await Task.Delay(1, CancellationToken.None);
            return decision.Untyped;
        }

        static async ValueTask<Decision> Ask(IOracle oracle, string question, CancellationToken cancellationToken) =>
            Decision.Of(new NoteWritten(await oracle.AnswerAsync(question, cancellationToken)));
    }

    public static Notebook Apply(Notebook? state, IEvent e)
    {
        state ??= new();
        switch (e)
        {
            case NoteWritten { Fault: Fault.ThrowsInApply }:
                throw new InvalidOperationException("Torn page.");
            case NoteWritten x:
                x.Scribble = x.Fault == Fault.IsChangedByApply ? "read" : null;
                state.Notes.Add(x.Text);
                return state;
            case NotebookCleared:
                state.Notes.Clear();
                return state;
            default:
                throw new EventNotAppliedException("notebook", e.GetType());
        }
    }

    public static EventDescriptor WriteEvent(IEvent e, PayloadWriter output)
    {
        switch (e)
        {
            case NoteWritten { Fault: Fault.CannotBeWritten }:
                throw new PayloadException("NaN is no JSON number.", "$.number", 9);
            case NoteWritten { Fault: Fault.IsNotJson } x:
                output.Json.WriteRawValue($"{{\"text\":{x.Text}}}", skipInputValidation: true);
                output.Flush();
                return NoteWrittenEvent;
            case NoteWritten x:
                Note(output.Json, x);
                output.Flush();
                return x.Fault == Fault.IsUnknown ? UnknownEvent : NoteWrittenEvent;
            case NotebookCleared:
                output.Json.WriteStartObject();
                output.Json.WriteEndObject();
                output.Flush();
                return NotebookClearedEvent;
            default:
                throw new EventNotAppliedException("notebook", e.GetType());
        }
    }

    public static IEvent? ReadEvent(ReadOnlySpan<byte> name, int version, ReadOnlySpan<byte> payload) =>
        name.SequenceEqual("notebook-cleared"u8) ? new NotebookCleared()
        : !name.SequenceEqual("note-written"u8) ? null
        : Note(Parse(payload)) switch
        {
            { Fault: Fault.CannotBeRead } => throw new PayloadException("The member \"text\" is missing.", "$.text", 1),
            { Fault: Fault.BecomesAnother } => new NotebookCleared(),
            { Fault: Fault.AltersNumber } x => x with { Number = x.Number + 1 },
            { Fault: Fault.ReordersMembers } x => x with { Scribble = "tags first" },
            NoteWritten x => x,
        };

    // Whoever tests an aggregate never meets its events outside a store.
    public static void WriteTypedEvent(IEvent e, PayloadWriter output) => throw new NotSupportedException();

    public static IEvent ReadTypedEvent(ReadOnlySpan<byte> json) => throw new NotSupportedException();

    public static void WriteCommand(ICommand command, PayloadWriter output)
    {
        Utf8JsonWriter json = output.Json;
        json.WriteStartObject();
        switch (command)
        {
            case WriteNotes c:
                json.WriteString("$type", "write-notes");
                json.WriteString("fault", c.Fault.ToString());
                json.WriteStartArray("notes");
                foreach (NoteWritten note in c.Notes)
                {
                    Note(json, note);
                }

                json.WriteEndArray();
                break;
            case DescribeSurroundings:
                json.WriteString("$type", "describe-surroundings");
                break;
            case AskOracle c:
                json.WriteString("$type", "ask-oracle");
                json.WriteString("question", c.Question);
                break;
            default:
                throw new CommandNotHandledException("notebook", command.GetType());
        }

        json.WriteEndObject();
        output.Flush();
    }

    public static ICommand ReadCommand(ReadOnlySpan<byte> json)
    {
        JsonElement j = Parse(json);
        return j.GetProperty("$type").GetString() switch
        {
            "write-notes" => new WriteNotes([.. j.GetProperty("notes").EnumerateArray().Select(Note)]) { Fault = Enum.Parse<Fault>(j.GetProperty("fault").GetString()!) },
            "describe-surroundings" => new DescribeSurroundings(),
            _ => new AskOracle(j.GetProperty("question").GetString() is "misread" ? "misheard" : j.GetProperty("question").GetString()!),
        };
    }

    public static void WriteState(Notebook state, PayloadWriter output)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartArray("notes");
        foreach (string note in state.Notes)
        {
            output.Json.WriteStringValue(note);
        }

        output.Json.WriteEndArray();
        output.Json.WriteEndObject();
        output.Flush();
    }

    // The state that its own JSON spoils is the one with a note that says so.
    public static Notebook ReadState(ReadOnlySpan<byte> json) =>
        new() { Notes = [.. Parse(json).GetProperty("notes").EnumerateArray().Select(static n => n.GetString()!).Where(static n => n != "vanishing ink")] };

    private static void Note(Utf8JsonWriter json, NoteWritten note)
    {
        json.WriteStartObject();
        json.WriteString("text", note.Text);
        if (note.Fault != Fault.LosesNumber)
        {
            json.WriteNumber("number", note.Number);
        }

        bool tagsFirst = note.Scribble == "tags first";
        if (!tagsFirst)
        {
            json.WriteString("fault", note.Fault.ToString());
        }

        json.WriteStartArray("tags");
        foreach (string tag in note.Tags)
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        if (tagsFirst)
        {
            json.WriteString("fault", note.Fault.ToString());
        }

        json.WriteStartObject("prices");
        foreach ((string name, decimal price) in note.Prices)
        {
            json.WriteNumber(name, price);
        }

        json.WriteEndObject();
        if (note.Scribble == "read")
        {
            json.WriteString("scribble", note.Scribble);
        }

        json.WriteEndObject();
    }

    private static NoteWritten Note(JsonElement j) => new(
        j.GetProperty("text").GetString()!,
        j.TryGetProperty("number", out JsonElement number) ? number.GetDouble() : 0,
        [.. j.GetProperty("tags").EnumerateArray().Select(static t => t.GetString()!)],
        Enum.Parse<Fault>(j.GetProperty("fault").GetString()!))
    {
        Prices = j.GetProperty("prices").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetDecimal()),
        Scribble = j.TryGetProperty("scribble", out JsonElement scribble) ? scribble.GetString() : null,
    };

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json.ToArray());
        return document.RootElement.Clone();
    }
}
