using System.Text;

namespace Specimens;

/// <summary>Commands whose <c>$type</c> is unknown, late, there twice, missing, disguised, or the name of a CLR type.</summary>
internal static class DiscriminatorAttack
{
    private static readonly string[] Known = ["add", "remove", "clear"];

    private static readonly string[] Unknown =
    [
        "Add", "ADD", "add ", " add", "adds", "ad", "", "add\0", "\u0430dd", "$type", "positional", "collection", "Specimens.Add", "Specimens.Collection", "System.Object", "System.Diagnostics.Process, System.Diagnostics.Process",
        typeof(Add).AssemblyQualifiedName!, typeof(Clear).FullName!, typeof(System.Diagnostics.Process).AssemblyQualifiedName!, new('x', 10_000),
    ];

    private static readonly string[] Disguises = ["\"$type\"", "\"\\u0024type\"", "\"$typ\\u0065\""];
    private static readonly string[] Decoys = ["\"$Type\"", "\"$type \"", "\"type\"", "\"@type\"", "\"$id\"", "\"$ref\"", "\"__type\"", "\"\""];
    private static readonly string[] Values = ["1", "null", "true", "[\"add\"]", "{\"$type\":\"add\"}", "\"\\ud800\""];

    public static byte[] Make(Random random)
    {
        List<string> members = [];
        for (int n = random.Next(10) switch { 0 => 0, 1 => 2, _ => 1 }; n > 0; n--)
        {
            members.Add((random.Next(4) == 0 ? Pick(Disguises, random) : Disguises[0]) + ":" + Value(random));
        }

        Include(3, "\"name\":\"n\"");
        Include(2, "\"count\":1");
        Include(-6, Pick(Decoys, random) + ":" + Value(random));
        Include(-6, "\"name\":{\"$type\":\"clear\"}");
        string[] order = [.. members];
        if (random.Next(2) == 0)
        {
            random.Shuffle(order);
        }

        byte[] json = Encoding.UTF8.GetBytes("{" + string.Join(random.Next(5) == 0 ? " , " : ",", order) + "}");
        return random.Next(5) == 0 ? Mutation.Of(json, json, random) : json;

        // More often than not, or (below zero) once in so many times.
        void Include(int odds, string member)
        {
            if (odds > 0 ? random.Next(odds) > 0 : random.Next(-odds) == 0)
            {
                members.Add(member);
            }
        }
    }

    private static string Value(Random random) => random.Next(8) switch
    {
        0 => Pick(Values, random),
        1 or 2 => $"\"{JsonEncodedText.Encode(Pick(Unknown, random))}\"",
        3 => "\"" + string.Concat(Pick(Known, random).Select(static c => $"\\u{(int)c:x4}")) + "\"",
        _ => $"\"{Pick(Known, random)}\"",
    };

    private static string Pick(string[] choices, Random random) => choices[random.Next(choices.Length)];
}
