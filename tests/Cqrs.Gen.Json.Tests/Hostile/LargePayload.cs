using System.Text;

namespace Specimens;

/// <summary>Payloads that are large in one way.</summary>
internal static class LargePayload
{
    private const int Million = 1_000_000;

    public static readonly string[] Refused = ["arrays", "objects", "an integer", "an exponent", "a decimal", "the same member", "unknown members", "an unknown member's value", "escapes of nothing"];

    public static readonly string[] Accepted = ["a string", "escapes", "a double", "items", "keys", "white space"];

    public static HostilePayload Of(string what)
    {
        (string specimen, string json) = Json(what);
        return new(specimen, what, Encoding.UTF8.GetBytes(json));
    }

    private static (string Specimen, string Json) Json(string what) => what switch
    {
        "arrays" => (nameof(Recursive), "{\"name\":\"\",\"left\":null,\"children\":" + Repeated("[", 100_000)),
        "objects" => (nameof(Recursive), Repeated("{\"left\":", 100_000)),
        "an integer" => (nameof(Constructed), $"{{\"name\":\"\",\"size\":{new string('9', Million)}}}"),
        "an exponent" => (nameof(Fractions), $"{{\"f32\":0,\"f64\":1e{new string('9', Million)},\"money\":0}}"),
        "a decimal" => (nameof(Fractions), $"{{\"f32\":0,\"f64\":0,\"money\":0.{new string('1', Million)}}}"),
        "the same member" => (nameof(Constructed), "{\"size\":1" + Repeated(",\"name\":\"\"", 100_000) + "}"),
        "unknown members" => (nameof(Constructed), "{\"name\":\"\",\"size\":1" + string.Concat(Enumerable.Range(0, Million).Select(static i => $",\"{i:0000000}\":0")) + "}"),
        "an unknown member's value" => (nameof(Marked), "{\"name\":\"\",\"more\":[0" + Repeated(",0", Million) + "]}"),
        "escapes of nothing" => (nameof(Marked), "{\"name\":\"" + Repeated("\\u0020", 100_000) + "\\ud800\"}"),
        "a string" => (nameof(Marked), $"{{\"name\":\"{new string('x', 4 * Million)}\"}}"),
        "escapes" => (nameof(Marked), "{\"name\":\"" + Repeated("\\u0020", 100_000) + "\"}"),
        "a double" => (nameof(Fractions), $"{{\"f32\":0,\"f64\":0.{new string('1', Million)},\"money\":0}}"),
        "items" => (nameof(Sets), "{\"texts\":[],\"numbers\":[" + string.Join(',', Enumerable.Range(0, 100_000)) + "],\"ids\":[]}"),
        "keys" => (nameof(Dictionaries), "{\"numbers\":{" + string.Join(',', Enumerable.Range(0, 100_000).Select(static i => $"\"{i:000000}\":0")) + "},\"lines\":{},\"texts\":{},\"lists\":{},\"nested\":{}}"),
        "white space" => (nameof(Marked), "{" + new string(' ', Million) + "\"name\":\"\"}"),
        _ => throw new ArgumentException(what, nameof(what)),
    };

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
