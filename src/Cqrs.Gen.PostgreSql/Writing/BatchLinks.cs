using System.Runtime.InteropServices;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Finds out which appends of a batch concern the same thing, so that a later one can be told what an earlier one did.</summary>
internal sealed class BatchLinks
{
    private readonly Dictionary<StreamId, int> _streams = [];
    private readonly Dictionary<(StreamId Stream, string Command), int> _commands = [];
    private readonly Dictionary<(int Query, string Key), int> _documents = [];

    /// <param name="request">The append.</param>
    /// <param name="number">Its number in the batch, from 1 upwards.</param>
    /// <returns>The numbers of the last append before it with the same stream, and with the same command as well; 0 for none.</returns>
    public (int Predecessor, int Twin) Link(AppendRequest request, int number) =>
        (Replace(_streams, request.Stream, number), Replace(_commands, (request.Stream, request.CommandId), number));

    /// <summary>The number of a document among those of the batch.</summary>
    public int Slot(int query, string key)
    {
        ref int slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_documents, (query, key), out bool exists);
        if (!exists)
        {
            slot = _documents.Count;
        }

        return slot;
    }

    public void Clear()
    {
        _streams.Clear();
        _commands.Clear();
        _documents.Clear();
    }

    private static int Replace<TKey>(Dictionary<TKey, int> last, TKey key, int number)
        where TKey : notnull
    {
        ref int entry = ref CollectionsMarshal.GetValueRefOrAddDefault(last, key, out _);
        int before = entry;
        entry = number;
        return before;
    }
}
