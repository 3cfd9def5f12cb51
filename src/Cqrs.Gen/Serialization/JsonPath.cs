using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>Finds the JSON path of a byte in a payload, such as <c>$.lines[2].price</c>, by walking there once more.</summary>
internal static class JsonPath
{
    /// <summary>The path of the token that stands at a byte, or of the last one before it.</summary>
    /// <param name="json">The payload; it may be cut off or malformed behind the byte.</param>
    /// <param name="offset">The byte.</param>
    public static string Locate(ReadOnlySpan<byte> json, long offset)
    {
        List<Step> steps = [];
        Utf8JsonReader reader = new(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= offset)
            {
                Take(ref reader, steps);
            }
        }
        catch (JsonException)
        {
            // The payload is malformed from here on; the path so far is where.
        }

        return Print(steps);
    }

    /// <summary>The path of a member of what stands at a path.</summary>
    public static string Member(string path, string name)
    {
        StringBuilder text = new(path);
        AppendName(text, name);
        return text.ToString();
    }

    private static void Take(ref Utf8JsonReader reader, List<Step> steps)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1] = new(NameAt(ref reader), -1);
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                return;
        }

        if (steps.Count > 0 && steps[^1] is { Name: null } step)
        {
            steps[^1] = step with { Index = step.Index + 1 };
        }

        if (reader.TokenType is JsonTokenType.StartObject)
        {
            // An object stands at itself until its first member: the empty name is not printed.
            steps.Add(new("", -1));
        }
        else if (reader.TokenType is JsonTokenType.StartArray)
        {
            steps.Add(new(null, -1));
        }
    }

    private static string NameAt(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static string Print(List<Step> steps)
    {
        StringBuilder path = new("$");
        foreach ((string? name, int index) in steps)
        {
            if (name is { Length: > 0 })
            {
                AppendName(path, name);
            }
            else if (name is null && index >= 0)
            {
                path.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return path.ToString();
    }

    private static void AppendName(StringBuilder path, string name)
    {
        bool plain = name.Length > 0;
        foreach (char c in name)
        {
            plain &= char.IsLetterOrDigit(c) || c is '_' or '$' or '-';
        }

        if (plain)
        {
            path.Append('.').Append(name);
        }
        else
        {
            path.Append("['").Append(name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
    }

    private readonly record struct Step(string? Name, int Index);
}
