using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <summary>Values that a user's <see cref="JsonConverter{T}"/> reads, for generated code; <see cref="PayloadWriter.WriteConverted"/> is its partner.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonConverted
{
    private const int LongestPredictedKey = 256;

    /// <summary>Lets a factory make the converter of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="factory">The factory.</param>
    /// <param name="options">The options that it is given.</param>
    /// <exception cref="NotSupportedException">It makes none for this type.</exception>
    public static JsonConverter<T> Make<T>(JsonConverterFactory factory, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.CanConvert(typeof(T)) && factory.CreateConverter(typeof(T), options) is JsonConverter<T> converter
            ? converter
            : throw new NotSupportedException($"The factory {factory.GetType()} makes no converter of {typeof(T)}.");
    }

    /// <summary>
    /// Reads a value by a converter. Null is given to it only if it handles null or the type has none, as System.Text.Json does; else null is returned.
    /// Whatever the converter throws says that it refuses the value (see <see cref="JsonPayload.IsRefusal"/>).
    /// </summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, at the value; then at the value's last token.</param>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The options that it is given.</param>
    /// <exception cref="JsonException">The converter refuses the value, or does not stop at its end.</exception>
    public static T? Read<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (reader.TokenType == JsonTokenType.Null && default(T) is null && !converter.HandleNull)
        {
            return default;
        }

        long start = reader.TokenStartIndex;
        Utf8JsonReader end = reader;
        end.Skip();
        T? value;
        try
        {
            value = converter.Read(ref reader, typeof(T), options);
        }
        catch (Exception e) when (JsonPayload.IsRefusal(e))
        {
            throw Refused(converter, e, start);
        }

        return reader.BytesConsumed == end.BytesConsumed && reader.TokenType == end.TokenType
            ? value
            : throw new JsonFault($"The converter {converter.GetType()} did not stop at the end of the value.", start);
    }

    /// <summary>Reads a value that is never null by a converter.</summary>
    /// <inheritdoc cref="Read{T}"/>
    [return: NotNull]
    public static T ReadNotNull<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        long start = reader.TokenStartIndex;
        return Read(ref reader, converter, options) is { } value ? value : throw new JsonFault(JsonObjects.Null().Message, start);
    }

    /// <summary>Takes a value behind bytes that were predicted, by a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="scanner">The scanner, before the value.</param>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The options that it is given.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if there is none that the converter takes; the general reader says what is wrong.</returns>
    public static bool Scan<T>(ref PayloadScanner scanner, JsonConverter<T> converter, JsonSerializerOptions options, out T? value)
    {
        value = default;
        Utf8JsonReader reader = default;
        try
        {
            if (!scanner.TryRead(out reader))
            {
                return false;
            }

            value = Read(ref reader, converter, options);
        }
        catch (JsonException)
        {
            return false;
        }

        scanner.Advance(in reader);
        return true;
    }

    /// <summary>Takes a value that is never null behind bytes that were predicted, by a converter.</summary>
    /// <inheritdoc cref="Scan{T}"/>
    public static bool ScanNotNull<T>(ref PayloadScanner scanner, JsonConverter<T> converter, JsonSerializerOptions options, [NotNull] out T value)
    {
        bool isRead = Scan(ref scanner, converter, options, out T? read) && read is not null;
        value = read!;
        return isRead;
    }

    /// <summary>Reads a key by a converter, without moving to its value.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, at the key.</param>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The options that it is given.</param>
    /// <exception cref="JsonException">The converter refuses the key, or moves on.</exception>
    [return: NotNull]
    public static T ReadKey<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        long start = reader.TokenStartIndex;
        long end = reader.BytesConsumed;
        T? key;
        try
        {
            key = converter.ReadAsPropertyName(ref reader, typeof(T), options);
        }
        catch (Exception e) when (JsonPayload.IsRefusal(e))
        {
            throw Refused(converter, e, start);
        }

        return reader.BytesConsumed != end ? throw new JsonFault($"The converter {converter.GetType()} did not stop at the key.", start)
            : key ?? throw new JsonFault(JsonObjects.Null().Message, start);
    }

    /// <summary>Takes a key and its colon behind bytes that were predicted, by a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="scanner">The scanner, before the key.</param>
    /// <param name="converter">The converter.</param>
    /// <param name="options">The options that it is given.</param>
    /// <param name="key">The key.</param>
    /// <returns>False if there is none that the converter takes; the general reader says what is wrong.</returns>
    public static bool ScanKey<T>(ref PayloadScanner scanner, JsonConverter<T> converter, JsonSerializerOptions options, [NotNull] out T key)
    {
        key = default!;
        try
        {
            if (!scanner.TryPeekKey(out ReadOnlySpan<byte> name) || name.Length > LongestPredictedKey)
            {
                return false;
            }

            // A reader is at a name only inside an object.
            Span<byte> json = stackalloc byte[LongestPredictedKey + 3];
            "{"u8.CopyTo(json);
            name.CopyTo(json[1..]);
            "0}"u8.CopyTo(json[(name.Length + 1)..]);
            Utf8JsonReader reader = new(json[..(name.Length + 3)]);
            reader.Read();
            reader.Read();
            key = ReadKey(ref reader, converter, options);
            return scanner.Skip(name);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    internal static JsonFault Refused(JsonConverter converter, Exception exception, long offset) =>
        new($"The converter {converter.GetType()} refused it: {exception.Message}", offset, innerException: exception);
}
