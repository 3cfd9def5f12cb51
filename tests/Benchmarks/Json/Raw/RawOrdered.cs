using System.Diagnostics.CodeAnalysis;

namespace Cqrs.Gen.Benchmarks;

internal static class RawOrdered
{
    public static void Write(RawWriter output, Ordered e)
    {
        output.Append("{\"orderId\":"u8);
        output.Write(e.OrderId);
        output.Append(",\"customer\":"u8);
        output.Write(e.Customer);
        output.Append(",\"address\":{\"street\":"u8);
        output.Write(e.Address.Street);
        output.Append(",\"city\":"u8);
        output.Write(e.Address.City);
        output.Append(",\"code\":"u8);
        output.Write(e.Address.Code);
        output.Append("},\"lines\":["u8);
        for (int i = 0; i < e.Lines.Count; i++)
        {
            OrderLine line = e.Lines[i];
            output.Append(i == 0 ? "{\"product\":"u8 : ",{\"product\":"u8);
            output.Write(line.Product);
            output.Append(",\"quantity\":"u8);
            output.Write(line.Quantity);
            output.Append(",\"price\":"u8);
            output.Write(line.Price);
            output.Append(line.IsGift ? ",\"isGift\":true}"u8 : ",\"isGift\":false}"u8);
        }

        output.Append("],\"instalments\":["u8);
        for (int i = 0; i < e.Instalments.Count; i++)
        {
            Instalment instalment = e.Instalments[i];
            output.Append(i == 0 ? "{\"due\":"u8 : ",{\"due\":"u8);
            output.Write(instalment.Due);
            output.Append(",\"amount\":"u8);
            output.Write(instalment.Amount);
            output.Append("}"u8);
        }

        output.Append("]}"u8);
    }

    public static Ordered Read(ReadOnlySpan<byte> json)
    {
        RawReader reader = new(json);
        return reader.Skip("{\"orderId\":"u8) && reader.Read(out Guid orderId)
            && reader.Skip(",\"customer\":"u8) && reader.Read(out string? customer)
            && reader.Skip(",\"address\":{\"street\":"u8) && reader.Read(out string? street)
            && reader.Skip(",\"city\":"u8) && reader.Read(out string? city)
            && reader.Skip(",\"code\":"u8) && reader.Read(out string? code)
            && reader.Skip("},\"lines\":["u8) && Read(ref reader, out List<OrderLine>? lines)
            && reader.Skip(",\"instalments\":["u8) && Read(ref reader, out List<Instalment>? instalments)
            && reader.Skip("}"u8) && reader.IsAtEnd
            ? new(orderId, customer, new(street, city, code), lines, instalments)
            : OrderedByHand.Read(json);
    }

    private static bool Read(ref RawReader reader, [NotNullWhen(true)] out List<OrderLine>? lines)
    {
        lines = [];
        if (reader.Skip("]"u8))
        {
            return true;
        }

        do
        {
            if (!(reader.Skip("{\"product\":"u8) && reader.Read(out string? product)
                && reader.Skip(",\"quantity\":"u8) && reader.Read(out int quantity)
                && reader.Skip(",\"price\":"u8) && reader.Read(out decimal price)
                && reader.Skip(",\"isGift\":"u8) && reader.Read(out bool isGift) && reader.Skip("}"u8)))
            {
                return false;
            }

            lines.Add(new(product, quantity, price, isGift));
        }
        while (reader.Skip(","u8));
        return reader.Skip("]"u8);
    }

    private static bool Read(ref RawReader reader, [NotNullWhen(true)] out List<Instalment>? instalments)
    {
        instalments = [];
        if (reader.Skip("]"u8))
        {
            return true;
        }

        do
        {
            if (!(reader.Skip("{\"due\":"u8) && reader.Read(out DateOnly due) && reader.Skip(",\"amount\":"u8) && reader.Read(out decimal amount) && reader.Skip("}"u8)))
            {
                return false;
            }

            instalments.Add(new(due, amount));
        }
        while (reader.Skip(","u8));
        return reader.Skip("]"u8);
    }
}
