using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

internal static class DepositedByHand
{
    public static void Write(Utf8JsonWriter writer, Deposited e)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount"u8, e.Amount);
        writer.WriteNumber("balance"u8, e.Balance);
        writer.WriteString("reference"u8, e.Reference);
        writer.WriteEndObject();
    }

    public static Deposited Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        decimal amount = 0;
        decimal balance = 0;
        string reference = "";
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("amount"u8))
            {
                reader.Read();
                amount = reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("balance"u8))
            {
                reader.Read();
                balance = reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("reference"u8))
            {
                reader.Read();
                reference = reader.GetString()!;
            }
            else
            {
                reader.Skip();
            }
        }

        return new(amount, balance, reference);
    }
}
