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

    /// <summary>
    /// Whether an exception says that a payload can't be read: those of the reader, and all that code of the user's throws that makes an object of it, such as a
    /// constructor, a setter or a callback. What ends the work whatever the payload is does not: memory or stack that runs out, or cancellation.
    /// </summary>
    /// <param name="exception">What was thrown while a payload was read.</param>
    public static bool IsRefusal(Exception exception) =>
        exception is not (PayloadException or OutOfMemoryException or InsufficientExecutionStackException or OperationCanceledException or ThreadInterruptedException);

    /// <summary>Makes the exception that says why and where a payload can't be read.</summary>
    /// <param name="json">The payload.</param>
    /// <param name="reader">The reader, where it stood then: code of the user's is called at the end of the value that it takes.</param>
    /// <param name="refusal">What was thrown while it was read.</param>
    public static PayloadException Unreadable(ReadOnlySpan<byte> json, in Utf8JsonReader reader, Exception refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        switch (refusal)
        {
            case JsonFault fault:
                string path = JsonPath.Locate(json, fault.Offset);
                return new(fault.Message, fault.Member is null ? path : JsonPath.Member(path, fault.Member), fault.Offset, fault.InnerException);

            // A serializer that the user calls says a path; the reader does not.
            case JsonException { LineNumber: not null, Path: null } malformed:
                long at = OffsetOf(json, malformed);
                return new($"It is not well-formed JSON: {MessageOf(malformed)}", JsonPath.Locate(json, at), at, malformed);
            default:
                return new($"The type refuses it: {refusal.Message}", JsonPath.Locate(json, reader.TokenStartIndex), reader.TokenStartIndex, refusal);
        }
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
