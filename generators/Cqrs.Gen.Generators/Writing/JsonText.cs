using System.Globalization;
using System.Text;

namespace Cqrs.Gen.Generators.Writing;

/// <summary>JSON text as System.Text.Json writes it with its default encoder, known already when code is generated.</summary>
internal static class JsonText
{
    /// <summary>A C# literal of UTF-8 bytes: <c>",\"amount\":"u8</c>.</summary>
    /// <param name="json">A part of a JSON document.</param>
    public static string Literal(string json) => Writing.Literal.Of(json) + "u8";

    /// <summary>A JSON string of some text.</summary>
    public static string Quoted(string text)
    {
        StringBuilder json = new(text.Length + 2);
        json.Append('"');
        foreach (char c in text)
        {
            Append(json, c);
        }

        return json.Append('"').ToString();
    }

    private static void Append(StringBuilder json, char c)
    {
        switch (c)
        {
            case '\\':
                json.Append("\\\\");
                break;
            case '\b':
                json.Append("\\b");
                break;
            case '\t':
                json.Append("\\t");
                break;
            case '\n':
                json.Append("\\n");
                break;
            case '\f':
                json.Append("\\f");
                break;
            case '\r':
                json.Append("\\r");
                break;
            case (>= ' ' and <= '~') and not ('"' or '&' or '\'' or '+' or '<' or '>' or '`'):
                json.Append(c);
                break;
            default:
                json.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
        }
    }
}
