using System.Collections.Concurrent;

namespace Cqrs.Gen;

/// <summary>The drafts that are free to be used again.</summary>
internal sealed class AppendDrafts
{
    // What one unusually large append needed is not held for good.
    private const int LargestKept = 256 * 1024;
    private static readonly int MostKept = Environment.ProcessorCount * 4;

    private readonly ConcurrentQueue<AppendDraft> _free = new();
    private AppendDraft? _next;
    private int _count;

    public AppendDraft Rent()
    {
        AppendDraft? draft = Interlocked.Exchange(ref _next, null);
        if (draft is not null)
        {
            return draft;
        }

        if (_free.TryDequeue(out draft))
        {
            Interlocked.Decrement(ref _count);
            return draft;
        }

        return new();
    }

    /// <summary>Takes a draft back. One whose append failed is not given back: the store may not be done with its memory.</summary>
    public void Return(AppendDraft draft)
    {
        if (draft.Output.WrittenCount > LargestKept)
        {
            draft.Output.Dispose();
            return;
        }

        draft.Clear();
        if (Interlocked.CompareExchange(ref _next, draft, null) is null)
        {
            return;
        }

        if (Interlocked.Increment(ref _count) <= MostKept)
        {
            _free.Enqueue(draft);
        }
        else
        {
            Interlocked.Decrement(ref _count);
            draft.Output.Dispose();
        }
    }
}
