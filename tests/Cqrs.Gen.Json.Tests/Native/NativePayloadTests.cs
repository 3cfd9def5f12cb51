using System.Text;

namespace Specimens;

/// <summary>What <see cref="HostilePayloadTests"/> and <see cref="LargePayloadTests"/> try is read by a native process too, which does what the runtime does.</summary>
public sealed class NativePayloadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LittlePatience = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Specimens => DifferentialTests.Specimens;

    public static TheoryData<Lie, string> Lies => new()
    {
        { Lie.Refuses, "refused natively alone" },
        { Lie.ReadsAnother, "Strings differ" },
        { Lie.RefusesElsewhere, ".x, byte " },
        { Lie.RefusesOtherwise, "? (at " },
        { Lie.Throws, "It throws on purpose" },
        { Lie.Allocates, "bytes took 64" },
        { Lie.Computes, "Reading took 00:00:00.1" },
        { Lie.Hangs, "no answer" },
    };

    [Theory]
    [MemberData(nameof(Specimens))]
    public async Task A_spoilt_payload_is_read_or_refused_as_here(string specimen)
    {
        Comparison comparison = await CompareAsync(HostilePayload.Spoilt(specimen, Effort.NativePayloads), Lie.None, Patience);

        Assert.True(comparison is { Read: > 0, Refused: > 0 });
    }

    [Fact]
    public async Task A_large_payload_is_read_or_refused_as_here()
    {
        Comparison comparison = await CompareAsync(LargePayload.Refused.Concat(LargePayload.Accepted).Select(LargePayload.Of), Lie.None, Patience);

        Assert.Equal((LargePayload.Accepted.Length, LargePayload.Refused.Length), (comparison.Read, comparison.Refused));
    }

    [Fact]
    public async Task What_has_an_order_of_its_own_in_each_process_is_the_same()
    {
        string many = string.Join(',', Enumerable.Range(0, 50).Select(static i => $"\"{i}\":{i}"));
        HostilePayload[] payloads =
        [
            new(nameof(Immutables), "many keys", Encoding.UTF8.GetBytes($"{{\"list\":[],\"iList\":[],\"queue\":[],\"set\":[1,2,3],\"sorted\":[],\"dictionary\":{{{many}}},\"sortedDictionary\":{{}},\"maybeArray\":null}}")),
            new(nameof(OtherDictionaries), "many keys", Encoding.UTF8.GetBytes($"{{\"sorted\":{{}},\"list\":{{}},\"ordered\":{{}},\"concurrent\":{{{many}}}}}")),
            new(nameof(WriteOnlyForThem), "many keys", Encoding.UTF8.GetBytes($"{{\"numbers\":[],\"collection\":[],\"set\":[],\"frozen\":[1,2,3],\"frozenKeys\":{{{many}}}}}")),
        ];

        Comparison comparison = await CompareAsync(payloads, Lie.None, Patience);

        Assert.Equal(payloads.Length, comparison.Read);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_reader_that_is_wrong_once_in_a_thousand_payloads_is_found_out(Lie lie, string how)
    {
        IEnumerable<HostilePayload> payloads = HostilePayload.Spoilt(nameof(Positional), 2_000 * Families.All.Count);

        Exception found = await Assert.ThrowsAsync<InvalidOperationException>(() => CompareAsync(payloads, lie, LittlePatience));

        Assert.Matches($"^CQRS_GEN_HOSTILE_SEED={Effort.Seed}, payload (9|1[0-9])[0-9][0-9] of Positional, ", found.Message);
        Assert.Contains(how, found.InnerException!.Message, StringComparison.Ordinal);
    }

    private static async Task<Comparison> CompareAsync(IEnumerable<HostilePayload> payloads, Lie lie, TimeSpan patience)
    {
        using NativeReader reader = await NativeReader.StartAsync(lie, patience);
        reader.Prepare();
        Comparison comparison = new(reader);
        await comparison.RunAsync(payloads);
        TestContext.Current.TestOutputHelper?.WriteLine($"{comparison.Read} read, {comparison.Refused} refused; at most {comparison.Bytes} bytes and {comparison.Time.TotalMilliseconds} ms for one");
        return comparison;
    }
}
