using System.Runtime.CompilerServices;

namespace Cqrs.Gen;

/// <summary>What a store can keep as an id, and keep apart from every other id.</summary>
internal static class Identifiers
{
    private const int MaxLength = 512;

    public static void Demand(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, name);
        if (id.Length > MaxLength)
        {
            throw new ArgumentException($"An id has at most {MaxLength} characters; this one has {id.Length}.", name);
        }

        if (id.Contains('\0') || HasHalfOfPair(id))
        {
            throw new ArgumentException("An id holds neither NUL nor half of a surrogate pair: they cannot be stored exactly.", name);
        }
    }

    private static bool HasHalfOfPair(string id)
    {
        int place = id.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (int i = place; i >= 0 && i < id.Length; i++)
        {
            if (!char.IsSurrogate(id[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(id, i))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
