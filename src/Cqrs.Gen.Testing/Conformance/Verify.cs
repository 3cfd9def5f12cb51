using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

internal static class Verify
{
    public static void Equal<T>(T expected, T actual, string subject)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceException(subject, Text(expected), Text(actual));
        }
    }

    public static void Sequence<T>(IReadOnlyList<T> expected, IReadOnlyList<T> actual, string subject)
    {
        if (!expected.SequenceEqual(actual))
        {
            int place = expected.Zip(actual).TakeWhile(pair => EqualityComparer<T>.Default.Equals(pair.First, pair.Second)).Count();
            throw new ConformanceException($"{subject}, first difference at index {place}", Text(expected, place), Text(actual, place));
        }
    }

    public static void Bytes(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string subject)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new ConformanceException($"{subject}, first difference at byte {expected.CommonPrefixLength(actual)}", Text(expected), Text(actual));
        }
    }

    public static async Task ThrowsAsync<TException>(Func<ValueTask> action, string subject, Func<TException, bool>? matches = null)
        where TException : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TException e) when (matches is null || matches(e))
        {
            return;
        }
        catch (Exception e)
        {
            throw new ConformanceException(subject, $"{typeof(TException)}", e.ToString());
        }

        throw new ConformanceException(subject, $"{typeof(TException)}", "no exception");
    }

    public static Task IsClosedAsync(Func<ValueTask> action, string subject) =>
        ThrowsAsync<StoreException>(action, subject, static e => e.Fault == StoreFault.Closed);

    public static Task IsCancelledAsync(Func<ValueTask> action, string subject) => ThrowsAsync<OperationCanceledException>(action, subject);

    private static string Text<T>(T value) => value?.ToString() ?? "null";

    private static string Text<T>(IReadOnlyList<T> values, int place) =>
        $"{values.Count} items{(place < values.Count ? $", there {values[place]}" : "")}";

    private static string Text(ReadOnlySpan<byte> bytes) => $"{bytes.Length} bytes, {Convert.ToHexString(bytes[..Math.Min(64, bytes.Length)])}";
}
