using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cqrs.Gen.Testing;

/// <summary>Takes a JSON document apart into its values.</summary>
internal static class JsonMembers
{
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(".[]\" ");

    /// <summary>The values in the order of the document; an empty object or array is a value too.</summary>
    /// <exception cref="JsonException">It is not one JSON value.</exception>
    public static List<Member> Of(ReadOnlySpan<byte> json)
    {
        List<Member> members = [];
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 1000 });
        reader.Read();
        Walk(ref reader, "", members);
        reader.Read();
        return members;
    }

    private static void Walk(ref Utf8JsonReader reader, string path, List<Member> members)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                int membersBefore = members.Count;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    Walk(ref reader, Below(path, name), members);
                }

                AddIfEmpty("{}", membersBefore, path, members);
                break;
            case JsonTokenType.StartArray:
                int elementsBefore = members.Count;
                for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    Walk(ref reader, $"{path}[{i}]", members);
                }

                AddIfEmpty("[]", elementsBefore, path, members);
                break;
            case JsonTokenType.String:
                members.Add(new(path, Quoted(reader.GetString()!), false));
                break;
            case JsonTokenType.Number:
                members.Add(new(path, Encoding.UTF8.GetString(reader.ValueSpan), true));
                break;
            default:
                members.Add(new(path, Encoding.UTF8.GetString(reader.ValueSpan), false));
                break;
        }
    }

    private static void AddIfEmpty(string text, int before, string path, List<Member> members)
    {
        if (members.Count == before)
        {
            members.Add(new(path, text, false));
        }
    }

    private static string Below(string path, string name) =>
        name.Length == 0 || name.AsSpan().ContainsAny(NotPlain) ? $"{path}[{Quoted(name)}]"
        : path.Length == 0 ? name
        : $"{path}.{name}";

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
