using System.Buffers.Text;
using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

internal static class MeasuredByHand
{
    public static void Write(Utf8JsonWriter writer, Measured e)
    {
        Span<byte> text = stackalloc byte[26];
        writer.WriteStartObject();
        writer.WriteString("id"u8, e.Id);
        writer.WriteString("station"u8, e.Station);
        writer.WriteString("operator"u8, e.Operator);
        writer.WriteString("remark"u8, e.Remark);
        writer.WriteString("correction"u8, e.Correction);
        writer.WriteNumber("series"u8, e.Series);
        writer.WriteNumber("sequence"u8, e.Sequence);
        writer.WriteNumber("retries"u8, e.Retries);

        if (e.Channel is { } channel)
        {
            writer.WriteNumber("channel"u8, channel);
        }
        else
        {
            writer.WriteNull("channel"u8);
        }

        writer.WriteNumber("ticks"u8, e.Ticks);
        writer.WriteNumber("total"u8, e.Total);
        writer.WriteNumber("bay"u8, e.Bay);
        writer.WriteNumber("quality"u8, e.Quality);
        writer.WriteBoolean("isCalibrated"u8, e.IsCalibrated);
        writer.WriteBoolean("isRepeated"u8, e.IsRepeated);
        writer.WriteBoolean("isManual"u8, e.IsManual);
        writer.WriteNumber("price"u8, e.Price);
        writer.WriteNumber("fee"u8, e.Fee);

        if (e.Discount is { } discount)
        {
            writer.WriteNumber("discount"u8, discount);
        }
        else
        {
            writer.WriteNull("discount"u8);
        }

        writer.WriteNumber("sum"u8, e.Sum);
        writer.WriteNumber("temperature"u8, e.Temperature);
        writer.WriteNumber("pressure"u8, e.Pressure);
        writer.WriteNumber("humidity"u8, e.Humidity);
        writer.WriteString("takenAt"u8, e.TakenAt);

        if (e.ApprovedAt is { } approvedAt)
        {
            writer.WriteString("approvedAt"u8, approvedAt);
        }
        else
        {
            writer.WriteNull("approvedAt"u8);
        }

        writer.WriteString("storedAt"u8, e.StoredAt);
        e.Day.TryFormat(text, out _, "O");
        writer.WriteString("day"u8, text[..10]);
        e.Duration.TryFormat(text, out int length, "c");
        writer.WriteString("duration"u8, text[..length]);
        writer.WriteString("batch"u8, e.Batch);
        writer.WriteString("grade"u8, e.Grade switch { Grade.Rough => "Rough"u8, Grade.Usual => "Usual"u8, _ => "Fine"u8 });
        writer.WriteEndObject();
    }

    public static Measured Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        Guid id = default;
        string station = "";
        string @operator = "";
        string remark = "";
        string? correction = null;
        int series = default;
        int sequence = default;
        int retries = default;
        int? channel = null;
        long ticks = default;
        long total = default;
        short bay = default;
        byte quality = default;
        bool isCalibrated = default;
        bool isRepeated = default;
        bool isManual = default;
        decimal price = default;
        decimal fee = default;
        decimal? discount = null;
        decimal sum = default;
        double temperature = default;
        double pressure = default;
        double humidity = default;
        DateTimeOffset takenAt = default;
        DateTimeOffset? approvedAt = null;
        DateTime storedAt = default;
        DateOnly day = default;
        TimeSpan duration = default;
        Guid batch = default;
        Grade grade = default;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetGuid();
            }
            else if (reader.ValueTextEquals("station"u8))
            {
                reader.Read();
                station = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("operator"u8))
            {
                reader.Read();
                @operator = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("remark"u8))
            {
                reader.Read();
                remark = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("correction"u8))
            {
                reader.Read();
                correction = reader.GetString();
            }
            else if (reader.ValueTextEquals("series"u8))
            {
                reader.Read();
                series = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("sequence"u8))
            {
                reader.Read();
                sequence = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("retries"u8))
            {
                reader.Read();
                retries = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("channel"u8))
            {
                reader.Read();
                channel = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
            }
            else if (reader.ValueTextEquals("ticks"u8))
            {
                reader.Read();
                ticks = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("total"u8))
            {
                reader.Read();
                total = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("bay"u8))
            {
                reader.Read();
                bay = reader.GetInt16();
            }
            else if (reader.ValueTextEquals("quality"u8))
            {
                reader.Read();
                quality = reader.GetByte();
            }
            else if (reader.ValueTextEquals("isCalibrated"u8))
            {
                reader.Read();
                isCalibrated = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("isRepeated"u8))
            {
                reader.Read();
                isRepeated = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("isManual"u8))
            {
                reader.Read();
                isManual = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("price"u8))
            {
                reader.Read();
                price = reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("fee"u8))
            {
                reader.Read();
                fee = reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("discount"u8))
            {
                reader.Read();
                discount = reader.TokenType == JsonTokenType.Null ? null : reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("sum"u8))
            {
                reader.Read();
                sum = reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("temperature"u8))
            {
                reader.Read();
                temperature = reader.GetDouble();
            }
            else if (reader.ValueTextEquals("pressure"u8))
            {
                reader.Read();
                pressure = reader.GetDouble();
            }
            else if (reader.ValueTextEquals("humidity"u8))
            {
                reader.Read();
                humidity = reader.GetDouble();
            }
            else if (reader.ValueTextEquals("takenAt"u8))
            {
                reader.Read();
                takenAt = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("approvedAt"u8))
            {
                reader.Read();
                approvedAt = reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("storedAt"u8))
            {
                reader.Read();
                storedAt = reader.GetDateTime();
            }
            else if (reader.ValueTextEquals("day"u8))
            {
                reader.Read();
                day = DateOnly.FromDateTime(reader.GetDateTime());
            }
            else if (reader.ValueTextEquals("duration"u8))
            {
                reader.Read();
                duration = ReadTimeSpan(ref reader);
            }
            else if (reader.ValueTextEquals("batch"u8))
            {
                reader.Read();
                batch = reader.GetGuid();
            }
            else if (reader.ValueTextEquals("grade"u8))
            {
                reader.Read();
                grade = ReadGrade(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new(
            id, station, @operator, remark, correction, series, sequence, retries, channel, ticks, total, bay, quality, isCalibrated, isRepeated, isManual, price, fee, discount, sum, temperature, pressure, humidity, takenAt, approvedAt, storedAt, day, duration, batch, grade);
    }

    private static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) =>
        Utf8Parser.TryParse(reader.ValueSpan, out TimeSpan value, out int length, 'c') && length == reader.ValueSpan.Length ? value : throw new JsonException();

    private static Grade ReadGrade(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("Fine"u8) ? Grade.Fine : reader.ValueTextEquals("Usual"u8) ? Grade.Usual : reader.ValueTextEquals("Rough"u8) ? Grade.Rough : throw new JsonException();
}
