using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>Reads what a state is made of, and nothing more of its events.</summary>
internal static class Replay
{
    /// <summary>Reads a stream with payloads only. A fault tells the event's position, even if the store left it out.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask ReplayAsync(this EventStore store, StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        try
        {
            await store.ReadStreamAsync(request with { PayloadsOnly = true }, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (StreamException fault) when (fault.Position == 0)
        {
            PositionSink place = new();
            try
            {
                await store.ReadStreamAsync(new(request.Stream, fault.Sequence - 1, fault.Sequence), place, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is StoreException or OperationCanceledException)
            {
                // Then the fault is told without.
            }

            throw new StreamException(fault.Fault, fault.AggregateName, fault.AggregateId, fault.Sequence, place.Position, fault.Detail, fault.InnerException);
        }
    }

    private sealed class PositionSink : IStreamSink
    {
        public long Position { get; private set; }

        void IEventSink.OnEvent(in RecordedEvent e) => Position = e.Position;

        void IStreamSink.OnRepeat(in AppendOutcome outcome)
        {
        }

        void IStreamSink.OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }
}
