using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Cqrs.Gen.Storage;

/// <summary>Refuses requests that no store could keep exactly, before they can disturb others.</summary>
internal static class RequestCheck
{
    public const int MaxTextLength = 512;

    /// <summary>Checks an append.</summary>
    /// <returns>How many bytes it carries, roughly.</returns>
    public static long Measure([NotNull] AppendRequest? request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Stream(request.Stream, nameof(request));
        Text(request.CommandId, "The command id", nameof(request));
        if (request.ExpectedVersion < AppendRequest.AnyVersion)
        {
            throw Malformed(request, $"the expected version {request.ExpectedVersion} is neither a version (0 or above) nor AnyVersion ({AppendRequest.AnyVersion})");
        }

        if (request.Events.IsEmpty)
        {
            throw Malformed(request, "there are no events to append");
        }

        return request.Metadata.Length + Events(request) + Documents(request) + Snapshot(request);
    }

    public static void Stream(in StreamId stream, string parameter)
    {
        Text(stream.Aggregate, "The aggregate's name", parameter);
        Text(stream.Id, "The aggregate's id", parameter);
    }

    public static void Text([NotNull] string? text, string what, string parameter)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new ArgumentException($"{what} is missing.", parameter);
        }

        if (text.Length > MaxTextLength)
        {
            throw new ArgumentException($"{what} has {text.Length} characters; at most {MaxTextLength} are possible. It starts with \"{text.AsSpan(0, 40)}\".", parameter);
        }

        if (text.Contains('\0', StringComparison.Ordinal) || !IsWellFormed(text))
        {
            throw new ArgumentException($"{what} contains a NUL or half a surrogate pair, which cannot be stored exactly.", parameter);
        }
    }

    private static long Events(AppendRequest request)
    {
        long size = 0;
        foreach (ref readonly EventData e in request.Events.Span)
        {
            Text(e.Name, "An event's name", nameof(request));
            if (e.EventId == Guid.Empty)
            {
                throw Malformed(request, $"the event \"{e.Name}\" has no id");
            }

            if (e.Version < 1)
            {
                throw Malformed(request, $"the event \"{e.Name}\" has the version {e.Version}; versions start at 1");
            }

            size += e.Payload.Length;
        }

        return size;
    }

    private static long Documents(AppendRequest request)
    {
        long size = 0;
        foreach (ref readonly DocumentData document in request.Documents.Span)
        {
            Text(document.Query, "A query's name", nameof(request));
            Text(document.Key, "A document's key", nameof(request));
            Text(document.Fingerprint, "A document's fingerprint", nameof(request));
            if (!IsGuarded(request, document.Version))
            {
                throw Unguarded(request, document.Version, $"the document \"{document.Key}\" of \"{document.Query}\"");
            }

            size += document.Payload?.Length ?? 0;
        }

        return size;
    }

    private static long Snapshot(AppendRequest request)
    {
        if (request.Snapshot is not { } snapshot)
        {
            return 0;
        }

        Text(snapshot.Fingerprint, "The snapshot's fingerprint", nameof(request));
        return IsGuarded(request, snapshot.Version) ? snapshot.Payload.Length : throw Unguarded(request, snapshot.Version, "the snapshot");
    }

    // What was computed from the stream at one version is true only if the stream is at that version.
    private static bool IsGuarded(AppendRequest request, long version) =>
        request.ExpectedVersion != AppendRequest.AnyVersion && version == request.ExpectedVersion + request.Events.Length;

    private static ArgumentException Unguarded(AppendRequest request, long version, string what) => Malformed(
        request,
        request.ExpectedVersion == AppendRequest.AnyVersion
            ? $"{what} was computed at a version, so the append must expect one"
            : $"{what} has the version {version}; after this append the stream has {request.ExpectedVersion + request.Events.Length}");

    private static ArgumentException Malformed(AppendRequest request, string problem, [CallerArgumentExpression(nameof(request))] string? parameter = null) =>
        new($"The append to {request.Stream} is malformed: {problem}.", parameter);

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        int i = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (i < 0)
        {
            return true;
        }

        for (; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
