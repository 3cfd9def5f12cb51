using System.Text;

namespace Cqrs.Gen.Tests;

public sealed class PayloadWriterTests
{
    [Fact]
    public void Payloads_stand_one_after_another()
    {
        using PayloadWriter output = new();
        Write(output, "a");
        int first = output.WrittenCount;
        Write(output, "b");
        Assert.Equal("""{"a":1}""", Text(output.Written[..first]));
        Assert.Equal("""{"b":1}""", Text(output.Written[first..]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(1024)]
    public void It_grows_without_losing_anything(int capacity)
    {
        using PayloadWriter output = new(capacity);
        StringBuilder expected = new();
        for (int i = 0; i < 2000; i++)
        {
            string name = $"{i}:{new string((char)('a' + (i % 26)), i % 300)}";
            Write(output, name);
            expected.Append($$"""{"{{name}}":1}""");
        }

        Assert.Equal(expected.ToString(), Text(output.Written));
    }

    [Fact]
    public void One_value_may_be_larger_than_the_buffer()
    {
        string large = new('x', 5_000_000);
        using PayloadWriter output = new(16);
        output.Json.WriteStringValue(large);
        output.Flush();
        Assert.Equal(large.Length + 2, output.WrittenCount);
        Assert.Equal($"\"{large}\"", Text(output.Written));
    }

    [Fact]
    public void What_is_not_flushed_does_not_count()
    {
        using PayloadWriter output = new();
        output.Json.WriteStartObject();
        Assert.Equal(0, output.WrittenCount);
        output.Json.WriteEndObject();
        output.Flush();
        Assert.Equal("{}", Text(output.Written));
    }

    [Fact]
    public void After_a_failed_write_it_can_be_used_again()
    {
        using PayloadWriter output = new();
        Write(output, "kept");
        int kept = output.WrittenCount;
        output.Json.WriteStartObject();
        output.Json.WritePropertyName("half");
        output.Rewind(kept);
        Write(output, "next");
        Assert.Equal("""{"kept":1}{"next":1}""", Text(output.Written));
        output.Json.WriteStartArray();
        output.Clear();
        Assert.Equal(0, output.WrittenCount);
        Write(output, "new");
        Assert.Equal("""{"new":1}""", Text(output.Written));
    }

    [Fact]
    public void It_is_a_buffer_for_bytes_too()
    {
        using PayloadWriter output = new(8);
        "abc"u8.CopyTo(output.GetSpan(3));
        output.Advance(3);
        Assert.True(output.GetMemory(5000).Length >= 5000);
        Assert.Equal("abc", Text(output.Written));
        Assert.NotEqual(0, output.GetSpan().Length);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        using PayloadWriter output = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Advance(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Advance(output.GetSpan().Length + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Rewind(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => output.Rewind(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PayloadWriter(-1));
    }

    [Fact]
    public void After_it_is_disposed_nothing_can_be_written()
    {
        PayloadWriter output = new();
        Write(output, "a");
        output.Dispose();
        output.Dispose();
        Assert.Equal(0, output.Written.Length);
        Assert.Throws<ObjectDisposedException>(() => output.GetSpan());
        Assert.Throws<ObjectDisposedException>(() => output.GetMemory());
        Assert.Throws<ObjectDisposedException>(() => output.Json.WriteStartObject());
    }

    [Fact]
    public void Writing_again_allocates_nothing()
    {
        using PayloadWriter output = new();
        Fill(output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Fill(output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Fill(PayloadWriter output)
        {
            output.Clear();
            for (int i = 0; i < 100; i++)
            {
                Write(output, "name");
            }
        }
    }

    private static void Write(PayloadWriter output, string name)
    {
        output.Json.WriteStartObject();
        output.Json.WriteNumber(name, 1);
        output.Json.WriteEndObject();
        output.Flush();
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
