using System.Diagnostics;

namespace Specimens;

/// <summary>
/// Spoilt payloads of every specimen: refused by our exception alone, within bounds of time and memory, or read to a value that is written and read again
/// the same, that the predicting and the general reader agree on, and that System.Text.Json reads too.
/// </summary>
public sealed class HostilePayloadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Specimens => DifferentialTests.Specimens;

    [Theory]
    [MemberData(nameof(Specimens))]
    public void A_spoilt_payload_does_no_harm(string specimen)
    {
        Family family = Families.Of(specimen);
        int count = 0;
        int accepted = 0;
        foreach (HostilePayload payload in HostilePayload.Spoilt(specimen, Effort.Payloads))
        {
            count++;
            long start = Stopwatch.GetTimestamp();
            try
            {
                accepted += family.Withstand(payload.Bytes) ? 1 : 0;
                Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "It took too long.");
            }
            catch (Exception e)
            {
                throw payload.Blamed(e);
            }
        }

        // If all were refused, or none, the spoiling would prove nothing.
        Assert.InRange(accepted, 1, count - 1);
    }
}
