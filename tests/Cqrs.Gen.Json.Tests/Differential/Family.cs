using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Specimens;

/// <summary>A specimen with values to try: those of one family of types or attributes.</summary>
/// <param name="specimen">The event's type.</param>
internal abstract class Family(Type specimen)
{
    /// <summary>How many values a test tries, as the switch <c>CsCheck_Iter</c> says, and not too few.</summary>
    protected static long Iterations { get; } = Math.Max(Check.Iter, 500);

    public const string Refused = "refused";

    public Type Specimen => specimen;

    /// <summary>False for what they can write and not read.</summary>
    public bool IsReadByThem { get; init; } = true;

    /// <summary>False for what they read in another order, as <see cref="Differences"/> says.</summary>
    public bool IsReadAlike { get; init; } = true;

    /// <summary>False for what is compared by what is written of it alone, because it has no other equality.</summary>
    public bool HasEquality { get; init; } = true;

    /// <summary>False for what they write otherwise, as <see cref="Differences"/> says.</summary>
    public bool IsWrittenAlike { get; init; } = true;

    /// <summary>False for what is written in the order of hash codes, which each process has its own of.</summary>
    public bool IsWrittenInOrder { get; init; } = true;

    public abstract void WriteTheSameBytes();

    public abstract void ReadBackWhatWasWritten();

    public abstract void ReadWhatTheyWrote();

    public abstract void LetThemReadWhatWeWrote();

    /// <summary>Our description of the types, given to System.Text.Json, writes and reads the same as our own code.</summary>
    public abstract void DescribeWhatWeWrite();

    /// <summary>Values of the family, as they are written; always the same ones.</summary>
    public abstract IEnumerable<byte[]> Payloads(int count);

    /// <summary>Values of the family; always the same ones.</summary>
    public abstract IEnumerable<IEvent> Events(int count);

    /// <summary>Proves that what was read is what was written.</summary>
    public abstract void DemandSame(IEvent written, IEvent read);

    /// <summary>What they read, as they write it again.</summary>
    public abstract string ReadByThem(ReadOnlySpan<byte> json);

    /// <summary>What we read, as they write it.</summary>
    public abstract string ReadByUs(ReadOnlySpan<byte> json);

    /// <summary>Reads what may be anything, and proves that it does no harm.</summary>
    /// <returns>Whether it was read.</returns>
    public abstract bool Withstand(byte[] payload);

    /// <summary>What they write.</summary>
    public abstract string WrittenByThem(IEvent e);

    /// <summary>What we write.</summary>
    public string WrittenByUs(IEvent e) => Outcome(() => Text(Ours.Write(e)));

    /// <summary>A result, or <see cref="Refused"/> if it is refused in the way that one's callers expect.</summary>
    protected static string Outcome(Func<string> attempt)
    {
        try
        {
            return attempt();
        }
        catch (Exception e) when (e is PayloadException or JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return Refused;
        }
    }

    public override string ToString() => specimen.Name;

    protected static string Text(ReadOnlySpan<byte> json) => Encoding.UTF8.GetString(json);
}

/// <inheritdoc cref="Family"/>
internal sealed class Family<TEvent>(Gen<TEvent> values, JsonTypeInfo<TEvent> theirs) : Family(typeof(TEvent))
    where TEvent : IEvent<Collection>
{
    // Comparing long sets member by member would take longer than all the rest.
    private const int LongAtMost = 50_000;

    public override void WriteTheSameBytes() => values.Sample(
        e => Assert.Equal(Text(Written(e)), Text(Ours.Write(e))), iter: Iterations, print: Print);

    public override void ReadBackWhatWasWritten() => values.Sample(
        e => AssertSame(e, (TEvent)Ours.Read(typeof(TEvent), Ours.Write(e))), iter: Iterations, print: Print);

    public override void ReadWhatTheyWrote() => values.Sample(
        e => AssertSame(e, (TEvent)Ours.Read(typeof(TEvent), Written(e))), iter: Iterations, print: Print);

    public override void LetThemReadWhatWeWrote() => values.Sample(
        e =>
        {
            if (IsReadByThem)
            {
                TEvent read = JsonSerializer.Deserialize(Ours.Write(e), theirs)!;
                if (IsReadAlike)
                {
                    AssertSame(e, read);
                }
            }
            else
            {
                Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize(Ours.Write(e), theirs));
            }
        },
        iter: Iterations,
        print: Print);

    public override void DescribeWhatWeWrite()
    {
        JsonTypeInfo<TEvent> ours = (JsonTypeInfo<TEvent>)SpecimensModule.JsonOptions.GetTypeInfo(typeof(TEvent));
        values.Sample(
            e =>
            {
                byte[] written = Ours.Write(e);
                Assert.Equal(Text(written), Text(JsonSerializer.SerializeToUtf8Bytes(e, ours)));
                if (IsReadByThem)
                {
                    AssertSame(e, JsonSerializer.Deserialize(written, ours)!);
                }
            },
            iter: Iterations,
            print: Print);
    }

    public override IEnumerable<byte[]> Payloads(int count) => Events(count).Select(e => Written((TEvent)e));

    public override IEnumerable<IEvent> Events(int count)
    {
        PCG random = new(20_26);
        for (int i = 0; i < count; i++)
        {
            yield return values.Generate(random, null, out _);
        }
    }

    public override void DemandSame(IEvent written, IEvent read) => AssertSame((TEvent)written, (TEvent)read);

    public override string ReadByThem(ReadOnlySpan<byte> json)
    {
        byte[] copy = json.ToArray();
        return Outcome(() => Show(JsonSerializer.Deserialize(copy, theirs)!));
    }

    public override string ReadByUs(ReadOnlySpan<byte> json)
    {
        try
        {
            return Show((TEvent)Ours.Read(typeof(TEvent), json));
        }
        catch (PayloadException)
        {
            return Refused;
        }
    }

    public override bool Withstand(byte[] payload)
    {
        TEvent? read = Read(payload, out bool isRead);
        TEvent? general = Read([(byte)' ', .. payload], out bool isReadGenerally);
        Assert.Equal(isReadGenerally, isRead);
        if (!isRead)
        {
            return false;
        }

        AssertSame(general!, read!);
        byte[] written = Ours.Write(read!);
        AssertSame(read!, (TEvent)Ours.Read(typeof(TEvent), written));
        Assert.True(!IsWrittenAlike || Text(Written(read!)) == Text(written), "They write it otherwise.");
        if (IsReadByThem && IsReadAlike)
        {
            AssertSame(read!, JsonSerializer.Deserialize(payload, theirs)!);
        }

        return true;
    }

    private static TEvent? Read(byte[] payload, out bool isRead)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        TEvent? read = default;
        try
        {
            read = (TEvent)Ours.Read(typeof(TEvent), payload);
            isRead = true;
        }
        catch (PayloadException)
        {
            isRead = false;
        }

        Allowance.Demand(GC.GetAllocatedBytesForCurrentThread() - before, payload.Length);
        return read;
    }

    public override string WrittenByThem(IEvent e) => Outcome(() => Text(Written((TEvent)e)));

    // What they write shows every bit of a value that JSON holds; what a list holds is compared besides, as a record compares lists by reference.
    private void AssertSame(TEvent expected, TEvent actual)
    {
        string json = Text(Written(expected));
        Assert.Equal(json, Text(Written(actual)));
        if (HasEquality && json.Length < LongAtMost)
        {
            Assert.Equivalent(expected, actual, strict: true);
        }
    }

    // What they read and cannot write again is shown by what it is.
    private string Show(TEvent e) => WrittenByThem(e) is not Refused and { } json ? json : e.ToString()!;

    private byte[] Written(TEvent e) => JsonSerializer.SerializeToUtf8Bytes(e, theirs);

    private string Print(TEvent e) => Text(Written(e));
}
