using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Cqrs.Gen;

namespace Bank;

/// <summary>What a line asks for.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Id">The command's id: a line whose id was done before is recognised.</param>
/// <param name="Command">The command.</param>
internal sealed record Instruction(string Account, string Id, ICommand Command)
{
    private const int LongestId = 100;

    /// <summary>Reads <c>{"account": …, "id": …, "command": {"$type": …}}</c>.</summary>
    /// <exception cref="BadLineException">It is not that.</exception>
    public static Instruction Read(Line line)
    {
        JsonElement root = ReadJson(line);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new BadLineException("$", "Expected an object with account, id and command.");
        }

        string? account = null;
        string? id = null;
        ICommand? command = null;
        foreach (JsonProperty member in root.EnumerateObject())
        {
            switch (member.Name)
            {
                case "account" when account is null:
                    account = ReadId(member);
                    break;
                case "id" when id is null:
                    id = ReadId(member);
                    break;
                case "command" when command is null:
                    command = ReadCommand(member);
                    break;
                case "account" or "id" or "command":
                    throw new BadLineException("$." + member.Name, "The member is there twice.");
                default:
                    throw new BadLineException("$." + member.Name, "There is no such member; a line has account, id and command.");
            }
        }

        return new(account ?? throw Missing("account"), id ?? throw Missing("id"), command ?? throw Missing("command"));
    }

    private static JsonElement ReadJson(Line line)
    {
        if (line.IsTooLong)
        {
            throw new BadLineException("$", $"The line is longer than {LineReader.LongestLine:N0} bytes.");
        }

        if (!Utf8.IsValid(line.Text.Span))
        {
            throw new BadLineException("$", "It is not UTF-8.");
        }

        try
        {
            return JsonElement.Parse(line.Text.Span);
        }
        catch (JsonException e)
        {
            // The reader appends the place to its message, and a line has no lines.
            int place = e.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
            throw new BadLineException("$", $"It is not JSON from byte {e.BytePositionInLine ?? 0} on. {(place < 0 ? e.Message : e.Message[..place])}");
        }
    }

    // The aggregate's own reader knows its commands: the generator wrote it.
    private static ICommand ReadCommand(JsonProperty member)
    {
        try
        {
            return CommandJson.Read<BankAccount>(JsonMarshal.GetRawUtf8Value(member.Value));
        }
        catch (PayloadException e)
        {
            throw new BadLineException(string.Concat("$.command", e.Path.AsSpan(1)), e.Problem);
        }
    }

    private static string ReadId(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: > 0 and <= LongestId } text && text.All(IsPrintable)
            ? text
            : throw new BadLineException("$." + member.Name, $"Expected a string of 1 to {LongestId} printable characters.");

    private static bool IsPrintable(char c) => !char.IsControl(c) && !char.IsSurrogate(c);

    private static BadLineException Missing(string member) => new("$." + member, "The member is missing.");
}
