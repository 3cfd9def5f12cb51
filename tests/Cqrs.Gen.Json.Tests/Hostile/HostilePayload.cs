using System.Text;

namespace Specimens;

/// <summary>A payload that is not what its writer made.</summary>
/// <param name="Specimen">The event's type.</param>
/// <param name="What">Which payload it is.</param>
/// <param name="Bytes">The payload.</param>
internal sealed record HostilePayload(string Specimen, string What, byte[] Bytes)
{
    private const int ShownAtMost = 2_000;

    /// <summary>So many spoilt payloads of a specimen as fall to it if there are so many of all together; always the same ones for a seed.</summary>
    public static IEnumerable<HostilePayload> Spoilt(string specimen, int ofAll)
    {
        byte[][] seeds = [.. Families.Of(specimen).Payloads(200)];
        byte[][] others = [.. Families.All.SelectMany(static f => f.Payloads(2))];
        int count = (ofAll + Families.All.Count - 1) / Families.All.Count;
        for (int i = 0; i < count; i++)
        {
            Random random = Effort.RandomOf(i);
            yield return new(specimen, $"payload {i}", Mutation.Of(seeds[i % seeds.Length], others[random.Next(others.Length)], random));
        }
    }

    /// <summary>Says which payload made something fail, and how to make it again.</summary>
    public InvalidOperationException Blamed(Exception failure)
    {
        byte[] shown = Bytes[..Math.Min(Bytes.Length, ShownAtMost)];
        return new($"CQRS_GEN_HOSTILE_SEED={Effort.Seed}, {What} of {Specimen}, {Bytes.Length} bytes: {Encoding.UTF8.GetString(shown)}\n{Convert.ToBase64String(shown)}", failure);
    }
}
