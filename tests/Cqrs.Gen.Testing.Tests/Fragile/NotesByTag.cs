using System.Text.Json;

namespace Cqrs.Gen.Testing.Tests.Fragile;

/// <summary>A query with keys of its own: the notes under each tag. Clearing a notebook deletes the document "all".</summary>
public sealed class NotesByTag : IQuery<NotesByTag>
{
    public List<string> Notes { get; private set; } = [];

    public string Last { get; private set; } = "";

    public static string QueryName => "notes-by-tag";

    public static QueryConsistency Consistency => QueryConsistency.Asynchronous;

    public static ReadOnlySpan<EventSource> Sources => new EventSource[] { new("notebook", "note-written"), new("notebook", "notebook-cleared") };

    public static bool HasKeys => true;

    public static string Fingerprint => "by-hand";

    public static bool Consumes(IEvent e) => e is NotebookCleared or NoteWritten { Text: not "of no interest" };

    public static void AddKeys(IEvent e, in EventContext context, ICollection<string> keys)
    {
        foreach (string key in e is NoteWritten note ? note.Tags : ["all"])
        {
            keys.Add(key);
        }
    }

    public static NotesByTag? Apply(NotesByTag? document, IEvent e, in EventContext context)
    {
        if (e is not NoteWritten note)
        {
            return null;
        }

        note.Scribble = note.Fault == Fault.IsChangedByApply ? "read" : null;
        document ??= new();
        document.Notes.Add(note.Fault == Fault.ThrowsInApply ? throw new InvalidOperationException("Torn page.") : note.Text);
        document.Last = $"{context.AggregateName}/{context.AggregateId} #{context.Sequence} @{context.Position} {context.Timestamp:O} [{context.Metadata}]";
        return document;
    }

    public static void WriteState(NotesByTag state, PayloadWriter output)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartArray("notes");
        foreach (string note in state.Notes)
        {
            output.Json.WriteStringValue(note);
        }

        output.Json.WriteEndArray();
        output.Json.WriteString("last", state.Last);
        output.Json.WriteEndObject();
        output.Flush();
    }

    public static NotesByTag ReadState(ReadOnlySpan<byte> json)
    {
        using JsonDocument j = JsonDocument.Parse(json.ToArray());
        return new()
        {
            Notes = [.. j.RootElement.GetProperty("notes").EnumerateArray().Select(static n => n.GetString()!).Where(static n => n != "vanishing ink")],
            Last = j.RootElement.GetProperty("last").GetString()!,
        };
    }
}
