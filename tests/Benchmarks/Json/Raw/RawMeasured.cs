namespace Cqrs.Gen.Benchmarks;

internal static class RawMeasured
{
    public static void Write(RawWriter output, Measured e)
    {
        output.Append("{\"id\":"u8);
        output.Write(e.Id);
        output.Append(",\"station\":"u8);
        output.Write(e.Station);
        output.Append(",\"operator\":"u8);
        output.Write(e.Operator);
        output.Append(",\"remark\":"u8);
        output.Write(e.Remark);
        output.Append(",\"correction\":"u8);
        WriteOrNull(output, e.Correction);
        output.Append(",\"series\":"u8);
        output.Write(e.Series);
        output.Append(",\"sequence\":"u8);
        output.Write(e.Sequence);
        output.Append(",\"retries\":"u8);
        output.Write(e.Retries);
        output.Append(",\"channel\":"u8);
        if (e.Channel is { } channel)
        {
            output.Write(channel);
        }
        else
        {
            output.Append("null"u8);
        }

        output.Append(",\"ticks\":"u8);
        output.Write(e.Ticks);
        output.Append(",\"total\":"u8);
        output.Write(e.Total);
        output.Append(",\"bay\":"u8);
        output.Write(e.Bay);
        output.Append(",\"quality\":"u8);
        output.Write(e.Quality);
        output.Append(",\"isCalibrated\":"u8);
        output.Write(e.IsCalibrated);
        output.Append(",\"isRepeated\":"u8);
        output.Write(e.IsRepeated);
        output.Append(",\"isManual\":"u8);
        output.Write(e.IsManual);
        output.Append(",\"price\":"u8);
        output.Write(e.Price);
        output.Append(",\"fee\":"u8);
        output.Write(e.Fee);
        output.Append(",\"discount\":"u8);
        if (e.Discount is { } discount)
        {
            output.Write(discount);
        }
        else
        {
            output.Append("null"u8);
        }

        output.Append(",\"sum\":"u8);
        output.Write(e.Sum);
        output.Append(",\"temperature\":"u8);
        output.Write(e.Temperature);
        output.Append(",\"pressure\":"u8);
        output.Write(e.Pressure);
        output.Append(",\"humidity\":"u8);
        output.Write(e.Humidity);
        output.Append(",\"takenAt\":"u8);
        output.Write(e.TakenAt);
        output.Append(",\"approvedAt\":"u8);
        if (e.ApprovedAt is { } approvedAt)
        {
            output.Write(approvedAt);
        }
        else
        {
            output.Append("null"u8);
        }

        output.Append(",\"storedAt\":"u8);
        output.Write(e.StoredAt);
        output.Append(",\"day\":"u8);
        output.Write(e.Day);
        output.Append(",\"duration\":"u8);
        output.Write(e.Duration);
        output.Append(",\"batch\":"u8);
        output.Write(e.Batch);
        output.Append(",\"grade\":"u8);
        Write(output, e.Grade);
        output.Append("}"u8);
    }

    public static Measured Read(ReadOnlySpan<byte> json)
    {
        RawReader reader = new(json);
        return reader.Skip("{\"id\":"u8) && reader.Read(out Guid id)
            && reader.Skip(",\"station\":"u8) && reader.Read(out string? station)
            && reader.Skip(",\"operator\":"u8) && reader.Read(out string? @operator)
            && reader.Skip(",\"remark\":"u8) && reader.Read(out string? remark)
            && reader.Skip(",\"correction\":"u8) && ReadOrNull(ref reader, out string? correction)
            && reader.Skip(",\"series\":"u8) && reader.Read(out int series)
            && reader.Skip(",\"sequence\":"u8) && reader.Read(out int sequence)
            && reader.Skip(",\"retries\":"u8) && reader.Read(out int retries)
            && reader.Skip(",\"channel\":"u8) && ReadOrNull(ref reader, out int? channel)
            && reader.Skip(",\"ticks\":"u8) && reader.Read(out long ticks)
            && reader.Skip(",\"total\":"u8) && reader.Read(out long total)
            && reader.Skip(",\"bay\":"u8) && reader.Read(out int bay) && bay is >= short.MinValue and <= short.MaxValue
            && reader.Skip(",\"quality\":"u8) && reader.Read(out int quality) && quality is >= byte.MinValue and <= byte.MaxValue
            && reader.Skip(",\"isCalibrated\":"u8) && reader.Read(out bool isCalibrated)
            && reader.Skip(",\"isRepeated\":"u8) && reader.Read(out bool isRepeated)
            && reader.Skip(",\"isManual\":"u8) && reader.Read(out bool isManual)
            && reader.Skip(",\"price\":"u8) && reader.Read(out decimal price)
            && reader.Skip(",\"fee\":"u8) && reader.Read(out decimal fee)
            && reader.Skip(",\"discount\":"u8) && ReadOrNull(ref reader, out decimal? discount)
            && reader.Skip(",\"sum\":"u8) && reader.Read(out decimal sum)
            && reader.Skip(",\"temperature\":"u8) && reader.Read(out double temperature)
            && reader.Skip(",\"pressure\":"u8) && reader.Read(out double pressure)
            && reader.Skip(",\"humidity\":"u8) && reader.Read(out double humidity)
            && reader.Skip(",\"takenAt\":"u8) && reader.Read(out DateTimeOffset takenAt)
            && reader.Skip(",\"approvedAt\":"u8) && ReadOrNull(ref reader, out DateTimeOffset? approvedAt)
            && reader.Skip(",\"storedAt\":"u8) && reader.Read(out DateTime storedAt)
            && reader.Skip(",\"day\":"u8) && reader.Read(out DateOnly day)
            && reader.Skip(",\"duration\":"u8) && reader.Read(out TimeSpan duration)
            && reader.Skip(",\"batch\":"u8) && reader.Read(out Guid batch)
            && reader.Skip(",\"grade\":"u8) && Read(ref reader, out Grade grade)
            && reader.Skip("}"u8) && reader.IsAtEnd
            ? new(
                id, station, @operator, remark, correction, series, sequence, retries, channel, ticks, total, (short)bay, (byte)quality, isCalibrated, isRepeated, isManual, price, fee, discount, sum, temperature, pressure, humidity, takenAt, approvedAt, storedAt, day, duration, batch, grade)
            : MeasuredByHand.Read(json);
    }

    private static void WriteOrNull(RawWriter output, string? value)
    {
        if (value is null)
        {
            output.Append("null"u8);
        }
        else
        {
            output.Write(value);
        }
    }

    private static void Write(RawWriter output, Grade grade) => output.Append(grade switch
    {
        Grade.Rough => "\"Rough\""u8,
        Grade.Usual => "\"Usual\""u8,
        Grade.Fine => "\"Fine\""u8,
        _ => throw new ArgumentOutOfRangeException(nameof(grade)),
    });

    private static bool Read(ref RawReader reader, out Grade grade)
    {
        if (reader.Skip("\"Fine\""u8))
        {
            grade = Grade.Fine;
            return true;
        }

        if (reader.Skip("\"Usual\""u8))
        {
            grade = Grade.Usual;
            return true;
        }

        grade = Grade.Rough;
        return reader.Skip("\"Rough\""u8);
    }

    private static bool ReadOrNull(ref RawReader reader, out string? value)
    {
        value = null;
        return reader.Skip("null"u8) || reader.Read(out value);
    }

    private static bool ReadOrNull(ref RawReader reader, out int? value)
    {
        value = null;
        if (reader.Skip("null"u8))
        {
            return true;
        }

        bool isRead = reader.Read(out int present);
        value = present;
        return isRead;
    }

    private static bool ReadOrNull(ref RawReader reader, out decimal? value)
    {
        value = null;
        if (reader.Skip("null"u8))
        {
            return true;
        }

        bool isRead = reader.Read(out decimal present);
        value = present;
        return isRead;
    }

    private static bool ReadOrNull(ref RawReader reader, out DateTimeOffset? value)
    {
        value = null;
        if (reader.Skip("null"u8))
        {
            return true;
        }

        bool isRead = reader.Read(out DateTimeOffset present);
        value = present;
        return isRead;
    }
}
