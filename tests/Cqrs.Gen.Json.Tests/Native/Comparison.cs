using System.Collections.Concurrent;
using System.Text;

namespace Specimens;

/// <summary>The same payloads are read here and by a native process: both must say the same, and the native process within bounds of time and memory.</summary>
internal sealed class Comparison(NativeReader reader)
{
    // So many are under way at once.
    private const int Ahead = 64;
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(50);

    public int Read { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The most bytes that reading a payload took.</summary>
    public long Bytes { get; private set; }

    /// <summary>The longest time that reading a payload took.</summary>
    public TimeSpan Time { get; private set; }

    public async Task RunAsync(IEnumerable<HostilePayload> payloads)
    {
        using BlockingCollection<HostilePayload> asked = new(Ahead);
        using CancellationTokenSource stop = new();
        Task asking = Task.Factory.StartNew(() => Ask(payloads, asked, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (HostilePayload payload in asked.GetConsumingEnumerable())
            {
                Hear(payload);
            }
        }
        finally
        {
            // Whoever asks may be waiting for room, here or in the pipe.
            await stop.CancelAsync();
            if (!asked.IsCompleted)
            {
                reader.Stop();
            }

            await asking;
        }

        await reader.EndAsync();
    }

    private void Ask(IEnumerable<HostilePayload> payloads, BlockingCollection<HostilePayload> asked, CancellationToken stop)
    {
        try
        {
            foreach (HostilePayload payload in payloads)
            {
                asked.Add(payload, stop);
                reader.Ask(payload);
            }

            reader.Close();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Whoever hears the answers finds out why.
        }
        finally
        {
            asked.CompleteAdding();
        }
    }

    private void Hear(HostilePayload payload)
    {
        try
        {
            Answer native = reader.Hear();
            Family family = Families.Of(payload.Specimen);
            Demand(Answer.To(() => Ours.Read(family.Specimen, payload.Bytes)), family.IsWrittenInOrder ? native : Reordered(family, native), payload);
        }
        catch (Exception e)
        {
            throw payload.Blamed(e);
        }
    }

    private void Demand(Answer here, Answer native, HostilePayload payload)
    {
        Assert.True(here.Written is null == native.Written is null, $"It is {(native.Written is null ? "refused" : "read")} natively alone. {here.Message}{native.Message}");
        Assert.True((here.Path, here.Message) == (native.Path, native.Message), $"Here it is refused with '{here.Message}', natively with '{native.Message}'.");
        if (here.Written is not null && !here.Written.AsSpan().SequenceEqual(native.Written))
        {
            Assert.Equal(Text(here.Written), Text(native.Written!));
        }

        Allowance.Demand(native.Bytes, payload.Bytes.Length);
        Assert.True(native.Time <= Allowed, $"Reading took {native.Time}.");
        Read += native.Written is null ? 0 : 1;
        Refused += native.Written is null ? 1 : 0;
        Bytes = Math.Max(Bytes, native.Bytes);
        Time = native.Time > Time ? native.Time : Time;
    }

    // As this process writes what the other one wrote.
    private static Answer Reordered(Family family, Answer native) =>
        native.Written is null ? native : native with { Written = Ours.Write(Ours.Read(family.Specimen, native.Written)) };

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
