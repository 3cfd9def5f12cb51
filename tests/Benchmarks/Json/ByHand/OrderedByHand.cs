using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

internal static class OrderedByHand
{
    public static void Write(Utf8JsonWriter writer, Ordered e)
    {
        writer.WriteStartObject();
        writer.WriteString("orderId"u8, e.OrderId);
        writer.WriteString("customer"u8, e.Customer);
        writer.WriteStartObject("address"u8);
        writer.WriteString("street"u8, e.Address.Street);
        writer.WriteString("city"u8, e.Address.City);
        writer.WriteString("code"u8, e.Address.Code);
        writer.WriteEndObject();
        writer.WriteStartArray("lines"u8);
        foreach (OrderLine line in e.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("product"u8, line.Product);
            writer.WriteNumber("quantity"u8, line.Quantity);
            writer.WriteNumber("price"u8, line.Price);
            writer.WriteBoolean("isGift"u8, line.IsGift);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("instalments"u8);
        Span<byte> date = stackalloc byte[10];
        foreach (Instalment instalment in e.Instalments)
        {
            writer.WriteStartObject();
            instalment.Due.TryFormat(date, out _, "O");
            writer.WriteString("due"u8, date);
            writer.WriteNumber("amount"u8, instalment.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static Ordered Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        Guid orderId = default;
        string customer = "";
        Address address = null!;
        List<OrderLine> lines = [];
        List<Instalment> instalments = [];
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("orderId"u8))
            {
                reader.Read();
                orderId = reader.GetGuid();
            }
            else if (reader.ValueTextEquals("customer"u8))
            {
                reader.Read();
                customer = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("address"u8))
            {
                reader.Read();
                address = ReadAddress(ref reader);
            }
            else if (reader.ValueTextEquals("lines"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    lines.Add(ReadLine(ref reader));
                }
            }
            else if (reader.ValueTextEquals("instalments"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    instalments.Add(ReadInstalment(ref reader));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return new(orderId, customer, address, lines, instalments);
    }

    private static Address ReadAddress(ref Utf8JsonReader reader)
    {
        string street = "";
        string city = "";
        string code = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("street"u8))
            {
                reader.Read();
                street = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("city"u8))
            {
                reader.Read();
                city = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                code = reader.GetString()!;
            }
            else
            {
                reader.Skip();
            }
        }

        return new(street, city, code);
    }

    private static OrderLine ReadLine(ref Utf8JsonReader reader)
    {
        string product = "";
        int quantity = 0;
        decimal price = 0;
        bool isGift = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("product"u8))
            {
                reader.Read();
                product = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("quantity"u8))
            {
                reader.Read();
                quantity = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("price"u8))
            {
                reader.Read();
                price = reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("isGift"u8))
            {
                reader.Read();
                isGift = reader.GetBoolean();
            }
            else
            {
                reader.Skip();
            }
        }

        return new(product, quantity, price, isGift);
    }

    private static Instalment ReadInstalment(ref Utf8JsonReader reader)
    {
        DateOnly due = default;
        decimal amount = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("due"u8))
            {
                reader.Read();
                due = DateOnly.FromDateTime(reader.GetDateTime());
            }
            else if (reader.ValueTextEquals("amount"u8))
            {
                reader.Read();
                amount = reader.GetDecimal();
            }
            else
            {
                reader.Skip();
            }
        }

        return new(due, amount);
    }
}
