using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>Where a payload begins and ends, for generated code: what went wrong in between is turned into a <see cref="PayloadException"/> here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonPayload
{
    /// <summary>Moves to the first token.</summary>
    /// <param name="reader">A new reader.</param>
    /// <exception cref="JsonException">There is none.</exception>
    public static void Begin(ref Utf8JsonReader reader) => reader.Read();

    /// <summary>Makes sure that nothing but white space follows.</summary>
    /// <param name="reader">The reader, at the last token of the payload's one value.</param>
    /// <exception cref="JsonException">Something follows.</exception>
    public static void End(ref Utf8JsonReader reader)
    {
        if (reader.Read())
        {
            throw new JsonFault("Something follows the end of the value.", reader.TokenStartIndex);
        }
    }

    /// <summary>Makes the exception that says why and where a payload can't be read.</summary>
    /// <param name="json">The payload.</param>
    /// <param name="fault">What was thrown while it was read.</param>
    public static PayloadException Unreadable(ReadOnlySpan<byte> json, JsonException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault is not JsonFault known)
        {
            long at = OffsetOf(json, fault);
            return new($"It is not well-formed JSON: {MessageOf(fault)}", JsonPath.Locate(json, at), at, fault);
        }

        string path = JsonPath.Locate(json, known.Offset);
        return new(known.Message, known.Member is null ? path : JsonPath.Member(path, known.Member), known.Offset, known.InnerException);
    }

    /// <summary>Makes the exception that says why and where a value can't be written, and takes back what was written of it.</summary>
    /// <param name="output">Where it was written to.</param>
    /// <param name="start">The output's <see cref="PayloadWriter.WrittenCount"/> before it.</param>
    /// <param name="fault">What was thrown while it was written.</param>
    public static PayloadException Unwritable(PayloadWriter output, int start, JsonException fault)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(fault);
        output.Flush();
        ReadOnlySpan<byte> written = output.Written.Span[start..];
        PayloadException exception = new(fault.Message, JsonPath.Locate(written, written.Length), written.Length, fault.InnerException);
        output.Rewind(start);
        return exception;
    }

    // The reader counts lines and bytes in a line; a payload is one run of bytes.
    private static long OffsetOf(ReadOnlySpan<byte> json, JsonException fault)
    {
        long line = fault.LineNumber ?? 0;
        int start = 0;
        while (line-- > 0 && json[start..].IndexOf((byte)'\n') is >= 0 and int end)
        {
            start += end + 1;
        }

        return start + (fault.BytePositionInLine ?? 0);
    }

    private static string MessageOf(JsonException fault)
    {
        int place = fault.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return place < 0 ? fault.Message : fault.Message[..place];
    }
}
