using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The JSON of events as the banks written by hand keep it: by the generator of System.Text.Json.</summary>
internal static class BankEvents
{
    public static (string Name, string Payload) Write(IEvent e) => e switch
    {
        MoneyDeposited x => ("money-deposited", JsonSerializer.Serialize(x, BankJson.Default.MoneyDeposited)),
        CheckWritten x => ("check-written", JsonSerializer.Serialize(x, BankJson.Default.CheckWritten)),
        _ => throw new ArgumentException($"Unknown event {e.GetType()}.", nameof(e)),
    };

    public static IEvent Read(string name, string payload) => name switch
    {
        "money-deposited" => JsonSerializer.Deserialize(payload, BankJson.Default.MoneyDeposited)!,
        "check-written" => JsonSerializer.Deserialize(payload, BankJson.Default.CheckWritten)!,
        _ => throw new ArgumentException($"Unknown event {name}.", nameof(name)),
    };
}
