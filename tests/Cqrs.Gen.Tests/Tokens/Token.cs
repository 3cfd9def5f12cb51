using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Cqrs.Gen.Tests.Tokens;

/// <summary>One type that is written as one JSON token, and all that is said to be true of it.</summary>
public abstract class Token
{
    /// <summary>Bytes that begin, end or change the meaning of a token.</summary>
    protected static ReadOnlySpan<byte> Interesting => "019\"\\+-e., TZA]\u0001\u00E9"u8;

    /// <summary>The name in <c>JsonValues</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What is written here is, byte for byte, what System.Text.Json writes.</summary>
    public abstract void IsWrittenAsSystemTextJsonWritesIt();

    /// <summary>What is written here is read again, as predicted and by the general reader, as the same value.</summary>
    public abstract void IsReadAsItWasWritten();

    /// <summary>Whatever is done to the bytes: what the scanner takes, the general reader takes too, as the same value; and only payload faults are thrown.</summary>
    public abstract void IsScannedOnlyAsItIsRead();

    /// <summary>What the general reader takes, System.Text.Json takes too, as the same value.</summary>
    public abstract void IsReadOnlyAsSystemTextJsonReadsIt();

    /// <summary>As a dictionary's key it is written, read and scanned as System.Text.Json does it, and scanned only as it is read.</summary>
    public abstract void IsKeyAsInSystemTextJson();

    /// <summary>Whether it may be a dictionary's key.</summary>
    public abstract bool IsKey { get; }

    public override string ToString() => Name;
}

/// <inheritdoc/>
/// <typeparam name="T">The type.</typeparam>
public sealed class Token<T>(string name, Token<T>.Writes write, Token<T>.Reads read, Token<T>.Scans scan) : Token
    where T : notnull
{
    public delegate void Writes(PayloadWriter output, T value);

    public delegate T Reads(ref Utf8JsonReader reader);

    public delegate bool Scans(ref PayloadScanner scanner, out T value);

    public override string Name => name;

    /// <summary>Values at the edges.</summary>
    public required T[] Edges { get; init; }

    /// <summary>Any value.</summary>
    public required Gen<T> Any { get; init; }

    /// <summary>JSON at the edge of what is read; values of every kind are added.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>All that tells two values apart; by default what System.Text.Json writes.</summary>
    public Func<T, object> Identity { get; init; } = static value => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value));

    /// <summary>Whether a value is written so that the scanner leaves it to the general reader.</summary>
    public Func<T, bool> IsLeftToReader { get; init; } = static _ => false;

    /// <summary>The three methods for dictionaries' keys.</summary>
    public (Writes Write, Reads Read, Scans Scan)? Key { get; init; }

    /// <inheritdoc/>
    public override bool IsKey => Key is not null;

    /// <inheritdoc/>
    public override void IsKeyAsInSystemTextJson()
    {
        (Writes writeKey, Reads readKey, Scans scanKey) = Key!.Value;
        Array.ForEach(Edges, CheckWritten);
        Any.Sample(CheckWritten);
        Array.ForEach(Edges, value => ForEachMutation(ExpectedKey(value), CheckRead));
        foreach (string text in Texts.Concat(Anything))
        {
            CheckRead(Encoding.UTF8.GetBytes(text.StartsWith('"') ? $"{{{text}:1}}" : $"{{\"{text}\":1}}"));
        }

        void CheckWritten(T value)
        {
            using PayloadWriter output = new(0);
            output.Begin("{"u8);
            writeKey(output, value);
            output.WriteInt32(1);
            output.End("}"u8);
            Assert.Equal(Encoding.UTF8.GetString(ExpectedKey(value)), Encoding.UTF8.GetString(output.Written.Span));
            Assert.True(TryReadKey(output.Written.ToArray(), readKey, out T? read));
            Assert.Equal(Identity(value), Identity(read!));
            Assert.True(IsLeftToReader(value) || TryScanKey(output.Written.ToArray(), scanKey, out _));
        }

        void CheckRead(byte[] json)
        {
            bool isRead = TryReadKey(json, readKey, out T? read);
            if (isRead)
            {
                Assert.Equal(Identity(JsonSerializer.Deserialize<Dictionary<T, int>>(json)!.Single().Key), Identity(read!));
            }

            if (TryScanKey(json, scanKey, out T? scanned))
            {
                Assert.True(isRead, Encoding.UTF8.GetString(json));
                Assert.Equal(Identity(read!), Identity(scanned!));
            }
        }
    }

    public override void IsWrittenAsSystemTextJsonWritesIt()
    {
        Array.ForEach(Edges, Check);
        Any.Sample(Check);

        void Check(T value) => Assert.Equal(Encoding.UTF8.GetString(Expected(value)), Encoding.UTF8.GetString(Written(value)));
    }

    public override void IsReadAsItWasWritten()
    {
        Array.ForEach(Edges, Check);
        Any.Sample(Check);

        void Check(T value)
        {
            byte[] json = Expected(value);
            Assert.True(TryRead(json, out T? read), Encoding.UTF8.GetString(json));
            Assert.Equal(Identity(value), Identity(read!));
            Assert.True(TryScan(json, out T? scanned) || IsLeftToReader(value), Encoding.UTF8.GetString(json));
            Assert.True(IsLeftToReader(value) || Identity(value).Equals(Identity(scanned!)), Encoding.UTF8.GetString(json));
        }
    }

    public override void IsScannedOnlyAsItIsRead() => ForEachMutation(json =>
    {
        bool isRead = TryRead(json, out T? read);
        if (TryScan(json, out T? scanned))
        {
            Assert.True(isRead, Encoding.UTF8.GetString(json));
            Assert.Equal(Identity(read!), Identity(scanned!));
        }
    });

    public override void IsReadOnlyAsSystemTextJsonReadsIt() => ForEachMutation(json =>
    {
        if (TryRead(json, out T? read))
        {
            Assert.Equal(Identity(JsonSerializer.Deserialize<T>(json)!), Identity(read!));
        }
    });

    private void ForEachMutation(Action<byte[]> check)
    {
        foreach (byte[] json in Edges.Select(Expected).Concat(Texts.Concat(Anything).Select(Encoding.UTF8.GetBytes)))
        {
            ForEachMutation(json, check);
        }
    }

    // Every byte of a short text is left out, replaced by each interesting one, and followed by it; of a longer one, those at its start.
    private static void ForEachMutation(byte[] json, Action<byte[]> check)
    {
        check(json);
        for (int at = 0; at < Math.Min(json.Length, 36); at++)
        {
            check([.. json[..at], .. json[(at + 1)..]]);
            foreach (byte other in Interesting)
            {
                check([.. json[..(at + 1)], other, .. json[(at + 1)..]]);
                check([.. json[..at], other, .. json[(at + 1)..]]);
            }
        }
    }

    private static string[] Anything =>
        ["", "null", "true", "1", "-1.5e3", "\"\"", "\"1\"", "\"\\u0031\"", "\"\\ud800\"", "\"\\x\"", "[]", "{}", "[1]", " 1 ", string.Create(CultureInfo.InvariantCulture, $"{1e300}"), new string('1', 400)];

    private static byte[] Expected(T value) => JsonSerializer.SerializeToUtf8Bytes(value);

    private static byte[] ExpectedKey(T value) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<T, int> { [value] = 1 });

    private static bool TryReadKey(byte[] json, Reads readKey, out T? key)
    {
        try
        {
            Utf8JsonReader reader = new(json);
            JsonPayload.Begin(ref reader);
            JsonObjects.ReadStart(ref reader);
            key = default;
            if (!JsonObjects.ReadName(ref reader))
            {
                return false;
            }

            key = readKey(ref reader);
            bool isRead = JsonValues.ReadInt32(ref reader) == 1 && !JsonObjects.ReadName(ref reader);
            JsonPayload.End(ref reader);
            return isRead;
        }
        catch (JsonException)
        {
            key = default;
            return false;
        }
    }

    private static bool TryScanKey(byte[] json, Scans scanKey, out T? key)
    {
        PayloadScanner scanner = new(json);
        key = default;
        return scanner.Begin("{"u8) && scanKey(ref scanner, out key) && scanner.ReadInt32(out int one) && one == 1 && scanner.End("}"u8) && scanner.IsAtEnd;
    }

    private byte[] Written(T value)
    {
        using PayloadWriter output = new(0);
        write(output, value);
        return output.Written.ToArray();
    }

    private bool TryRead(byte[] json, out T? value)
    {
        try
        {
            Utf8JsonReader reader = new(json);
            JsonPayload.Begin(ref reader);
            value = read(ref reader);
            JsonPayload.End(ref reader);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    private bool TryScan(byte[] json, out T? value)
    {
        PayloadScanner scanner = new(json);
        return scan(ref scanner, out value) && scanner.IsAtEnd;
    }
}
