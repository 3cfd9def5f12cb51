using System.Text.Json;

namespace Cqrs.Gen.Testing;

/// <summary>
/// Writes what passes through a scenario by its generated JSON, reads it back and writes it again: what does not come back the same
/// would be lost or altered in a store.
/// </summary>
internal static class RoundTrip
{
    public static Written<IEvent> Event<TAggregate>(IEvent e)
        where TAggregate : class, IAggregate<TAggregate>
    {
        EventDescriptor? descriptor = null;
        return Check(
            e,
            (value, output) => descriptor = TAggregate.WriteEvent(value, output),
            json => TAggregate.ReadEvent(descriptor!.NameUtf8.Span, descriptor.Version, json)
                ?? throw new ExpectationException(
                    $"{TypeName.Of(e.GetType())} is stored as {descriptor}, but the aggregate {TAggregate.AggregateName} reads no event of that name and version."));
    }

    public static Written<ICommand> Command<TAggregate>(ICommand command)
        where TAggregate : class, IAggregate<TAggregate> =>
        Check(command, TAggregate.WriteCommand, TAggregate.ReadCommand);

    public static Written<TState> State<TState>(TState state)
        where TState : class, IStateSerializer<TState> =>
        Check(state, TState.WriteState, TState.ReadState);

    /// <summary>Writes without reading back, to see whether something has changed.</summary>
    public static byte[] Write<T>(T value, Action<T, PayloadWriter> write)
        where T : class
    {
        using PayloadWriter output = new();
        try
        {
            write(value, output);
        }
        catch (Exception cause) when (cause is not ExpectationException)
        {
            throw new ExpectationException($"{TypeName.Of(value.GetType())} cannot be written as JSON: {cause.Message}", cause);
        }

        return output.Written.ToArray();
    }

    /// <summary>Fails if what should have stayed as it was has changed.</summary>
    public static void RefuseChanged(string problem, Written before, Written after, Exception? cause = null)
    {
        if (!before.Json.AsSpan().SequenceEqual(after.Json))
        {
            List<MemberDifference> members = MemberDifference.Between(before.Members, after.Members, asWritten: true);
            throw new ExpectationException(
                $"{problem}: {MemberDifference.NamesOfDiffering(members)}.\n{DocumentComparison.Table(members, "before", "after")}", cause);
        }
    }

    private static Written<T> Check<T>(T value, Action<T, PayloadWriter> write, ReadJson<T> read)
        where T : class
    {
        Written<T> first = new(value, Write(value, write));
        RefuseMalformed(first);
        T copy = Read(first, read);
        if (copy.GetType() != value.GetType())
        {
            throw new ExpectationException($"{first.Name} is read back from its JSON as {TypeName.Of(copy.GetType())}.{Json(first)}");
        }

        Written<T> second = new(copy, Write(copy, write));
        if (!first.Json.AsSpan().SequenceEqual(second.Json))
        {
            RefuseMalformed(second);
            throw new ExpectationException(Altered(first, second));
        }

        return LostMember.Find(value, copy) is { } lost
            ? throw new ExpectationException(
                $"The JSON of {first.Name} does not keep {lost.Name}: it is {lost.Before} when written and {lost.After} when read back.{Json(first)}")
            : second;
    }

    private static T Read<T>(Written<T> written, ReadJson<T> read)
        where T : class
    {
        try
        {
            return read(written.Json);
        }
        catch (Exception cause) when (cause is not ExpectationException)
        {
            throw new ExpectationException($"{written.Name} cannot be read back from its own JSON: {cause.Message}{Json(written)}", cause);
        }
    }

    private static void RefuseMalformed(Written written)
    {
        try
        {
            _ = written.Members;
        }
        catch (JsonException cause)
        {
            throw new ExpectationException($"What is written for {written.Name} is not JSON: {cause.Message}{Json(written)}", cause);
        }
    }

    private static string Altered(Written first, Written second)
    {
        List<MemberDifference> members = MemberDifference.Between(first.Members, second.Members, asWritten: true);
        string what = members.Exists(static m => m.Differs)
            ? $"alters {MemberDifference.NamesOfDiffering(members)}"
            : "alters the order of its members";
        return $"Reading {first.Name} back from its JSON {what}.\n{DocumentComparison.Table(members, "written", "written again")}{Json(first)}{Json(second)}";
    }

    private static string Json(Written written) => $"\n     {Excerpt.Of(System.Text.Encoding.UTF8.GetString(written.Json), 400)}";

    private delegate T ReadJson<out T>(ReadOnlySpan<byte> json);
}
