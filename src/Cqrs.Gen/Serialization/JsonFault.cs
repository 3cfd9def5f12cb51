using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>
/// What generated code throws in the middle of a payload. It knows where it stands but not the path to there: that is found only when a
/// payload is refused, so that good payloads do not pay for it. It never leaves the framework: a <see cref="PayloadException"/> does.
/// </summary>
internal sealed class JsonFault : JsonException
{
    /// <param name="problem">What is wrong, as a sentence without its place.</param>
    /// <param name="offset">The byte at which the culprit stands.</param>
    /// <param name="member">The member of the object at that byte that is the culprit, when it isn't there to be pointed at.</param>
    /// <param name="innerException">What the JSON reader said, if anything.</param>
    public JsonFault(string problem, long offset, string? member = null, Exception? innerException = null)
        : base(problem, innerException)
    {
        Offset = offset;
        Member = member;
    }

    /// <summary>Where the culprit stands, in bytes from the start of the payload.</summary>
    public long Offset { get; }

    /// <summary>The name of a member that is missing from the object at <see cref="Offset"/>.</summary>
    public string? Member { get; }

    /// <summary>The value at the reader's position is not what the type says.</summary>
    public static JsonFault Expected(ref Utf8JsonReader reader, JsonTokenType token, string expected) => new(
        reader.TokenType == token ? $"The value is not {expected}." : $"Expected {expected}, found {Describe(reader.TokenType)}.",
        reader.TokenStartIndex);

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a Boolean",
        JsonTokenType.Null => "null",
        _ => "the end",
    };
}
