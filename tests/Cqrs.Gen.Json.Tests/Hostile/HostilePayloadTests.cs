using System.Diagnostics;
using System.Text;

namespace Specimens;

/// <summary>
/// Spoilt payloads of every specimen: refused by our exception alone, within bounds of time and memory, or read to a value that is written and read again
/// the same, that the predicting and the general reader agree on, and that System.Text.Json reads too.
/// </summary>
public sealed class HostilePayloadTests
{
    private const int ShownAtMost = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Specimens => DifferentialTests.Specimens;

    [Theory]
    [MemberData(nameof(Specimens))]
    public void A_spoilt_payload_does_no_harm(string specimen)
    {
        Family family = Families.Of(specimen);
        byte[][] seeds = [.. family.Payloads(200)];
        byte[][] others = [.. Families.All.SelectMany(static f => f.Payloads(2))];
        int count = (Effort.Payloads + Families.All.Count - 1) / Families.All.Count;
        int accepted = 0;
        for (int i = 0; i < count; i++)
        {
            Random random = Effort.RandomOf(i);
            byte[] payload = Mutation.Of(seeds[i % seeds.Length], others[random.Next(others.Length)], random);
            long start = Stopwatch.GetTimestamp();
            try
            {
                accepted += family.Withstand(payload) ? 1 : 0;
                Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "It took too long.");
            }
            catch (Exception e)
            {
                byte[] shown = payload[..Math.Min(payload.Length, ShownAtMost)];
                throw new InvalidOperationException(
                    $"CQRS_GEN_HOSTILE_SEED={Effort.Seed}, payload {i} of {specimen}, {payload.Length} bytes: {Encoding.UTF8.GetString(shown)}\n{Convert.ToBase64String(shown)}", e);
            }
        }

        // If all were refused, or none, the spoiling would prove nothing.
        Assert.InRange(accepted, 1, count - 1);
    }
}
