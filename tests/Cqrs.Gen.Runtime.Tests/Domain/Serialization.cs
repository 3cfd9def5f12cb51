using System.Text.Json;
using Cqrs.Gen;

// Written by hand until the generator writes it.
namespace Bank
{
    public sealed partial class BankAccount
    {
        private static readonly EventDescriptor[] All =
            [new("account-opened", 1, typeof(AccountOpened)), new("money-deposited", 1, typeof(MoneyDeposited)), new("money-withdrawn", 1, typeof(MoneyWithdrawn))];

        static ReadOnlySpan<EventDescriptor> IEventSerializer<BankAccount>.Events => All;

        static string IStateSerializer<BankAccount>.Fingerprint => "bank-account-1";

        static EventDescriptor IEventSerializer<BankAccount>.WriteEvent(IEvent e, PayloadWriter output)
        {
            Json.Write(e, output);
            return All.Single(d => d.Type == e.GetType());
        }

        static IEvent? IEventSerializer<BankAccount>.ReadEvent(ReadOnlySpan<byte> name, int version, ReadOnlySpan<byte> payload)
        {
            foreach (EventDescriptor d in All)
            {
                if (d.NameUtf8.Span.SequenceEqual(name) && d.Version == version)
                {
                    return (IEvent)Json.Read(d.Type, payload);
                }
            }

            return null;
        }

        static void ICommandSerializer<BankAccount>.WriteCommand(ICommand command, PayloadWriter output) => throw new NotSupportedException();

        static ICommand ICommandSerializer<BankAccount>.ReadCommand(ReadOnlySpan<byte> json) => throw new NotSupportedException();

        static void IStateSerializer<BankAccount>.WriteState(BankAccount state, PayloadWriter output) =>
            Json.Write(new State(state.Owner, state.Balance), output);

        static BankAccount IStateSerializer<BankAccount>.ReadState(ReadOnlySpan<byte> json)
        {
            State s = (State)Json.Read(typeof(State), json);
            return new() { Owner = s.Owner, Balance = s.Balance };
        }

        private sealed record State(string Owner, decimal Balance);
    }

    public sealed partial class AccountSummary
    {
        static string IStateSerializer<AccountSummary>.Fingerprint => "account-summary-1";

        static void IStateSerializer<AccountSummary>.WriteState(AccountSummary state, PayloadWriter output) => Json.Write(state, output);

        static AccountSummary IStateSerializer<AccountSummary>.ReadState(ReadOnlySpan<byte> json) => (AccountSummary)Json.Read(typeof(AccountSummary), json);
    }

    public sealed partial class OwnersAccounts
    {
        static string IStateSerializer<OwnersAccounts>.Fingerprint => "owners-accounts-1";

        static void IStateSerializer<OwnersAccounts>.WriteState(OwnersAccounts state, PayloadWriter output) => Json.Write(state, output);

        static OwnersAccounts IStateSerializer<OwnersAccounts>.ReadState(ReadOnlySpan<byte> json) => (OwnersAccounts)Json.Read(typeof(OwnersAccounts), json);
    }
}

namespace Probing
{
    public sealed partial class Probe
    {
        private static readonly EventDescriptor[] All =
            [new("added", 1, typeof(Added)), new("cleared", 1, typeof(Cleared)), new("exploded", 1, typeof(Exploded)), new("ratio-lost", 1, typeof(RatioLost))];

        static ReadOnlySpan<EventDescriptor> IEventSerializer<Probe>.Events => All;

        static string IStateSerializer<Probe>.Fingerprint => "probe-1";

        static EventDescriptor IEventSerializer<Probe>.WriteEvent(IEvent e, PayloadWriter output)
        {
            Json.Write(e, output);
            return All.Single(d => d.Type == e.GetType());
        }

        static IEvent? IEventSerializer<Probe>.ReadEvent(ReadOnlySpan<byte> name, int version, ReadOnlySpan<byte> payload)
        {
            foreach (EventDescriptor d in All)
            {
                if (d.NameUtf8.Span.SequenceEqual(name) && d.Version == version)
                {
                    return (IEvent)Json.Read(d.Type, payload);
                }
            }

            return null;
        }

        static void ICommandSerializer<Probe>.WriteCommand(ICommand command, PayloadWriter output) => throw new NotSupportedException();

        static ICommand ICommandSerializer<Probe>.ReadCommand(ReadOnlySpan<byte> json) => throw new NotSupportedException();

        static void IStateSerializer<Probe>.WriteState(Probe state, PayloadWriter output)
        {
            if (double.IsNaN(state.Ratio))
            {
                throw new PayloadException("JSON has no NaN.", "$.ratio", 0);
            }

            Json.Write(new State(state.Total, state.Count, state.Ratio), output);
        }

        static Probe IStateSerializer<Probe>.ReadState(ReadOnlySpan<byte> json)
        {
            State s = (State)Json.Read(typeof(State), json);
            return new() { Total = s.Total, Count = s.Count, Ratio = s.Ratio };
        }

        private sealed record State(int Total, int Count, double Ratio);
    }

    public sealed partial record ProbeTotal
    {
        static string IStateSerializer<ProbeTotal>.Fingerprint => "probe-total-1";

        static void IStateSerializer<ProbeTotal>.WriteState(ProbeTotal state, PayloadWriter output) => Json.Write(state, output);

        static ProbeTotal IStateSerializer<ProbeTotal>.ReadState(ReadOnlySpan<byte> json) => (ProbeTotal)Json.Read(typeof(ProbeTotal), json);
    }
}

internal static class Json
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Write(object value, PayloadWriter output)
    {
        JsonSerializer.Serialize(output.Json, value, value.GetType(), Strict);
        output.Flush();
    }

    public static object Read(Type type, ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type, Strict)!;
        }
        catch (JsonException e)
        {
            throw new PayloadException(e.Message, e.Path ?? "$", e.BytePositionInLine ?? 0, e);
        }
    }
}
