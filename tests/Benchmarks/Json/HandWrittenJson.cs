using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The deposit's JSON as one would write it by hand for speed, with the least of checks.</summary>
internal static class HandWrittenJson
{
    public static void Write(Utf8JsonWriter writer, MoneyDeposited e)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount"u8, e.Amount);
        writer.WriteNumber("balance"u8, e.Balance);
        writer.WriteEndObject();
    }

    public static MoneyDeposited ReadDeposited(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        decimal amount = 0;
        decimal balance = 0;
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
            else
            {
                reader.Skip();
            }
        }

        return new(amount, balance);
    }
}
