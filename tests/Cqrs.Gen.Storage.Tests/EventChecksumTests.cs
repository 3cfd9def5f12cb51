using System.Text;

namespace Cqrs.Gen.Storage.Tests;

/// <summary>Each part of an event, and each of its bits, counts.</summary>
public sealed class EventChecksumTests
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public void The_sum_is_the_CRC_32C_that_others_compute() => Assert.Equal(0xE306_9283, EventChecksum.OfStream("123456789"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1021)]
    public void Each_bit_of_a_payload_and_of_metadata_counts(int length)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(new string('x', length));
        uint content = EventChecksum.OfContent(1, 2, 3, bytes);
        uint envelope = EventChecksum.OfEnvelope(1, Id, 3, bytes);
        HashSet<(uint, uint)> sums = [(content, envelope)];
        for (int bit = 0; bit < length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(sums.Add((EventChecksum.OfContent(1, 2, 3, bytes), EventChecksum.OfEnvelope(1, Id, 3, bytes))));
            Assert.False(EventChecksum.Holds(EventChecksum.Join(content, envelope), EventChecksum.OfContent(1, 2, 3, bytes)));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(EventChecksum.Holds(EventChecksum.Join(content, envelope), EventChecksum.OfContent(1, 2, 3, bytes), EventChecksum.OfEnvelope(1, Id, 3, bytes)));
    }

    [Fact]
    public void Each_bit_of_a_number_counts()
    {
        for (int bit = 0; bit < 64; bit++)
        {
            long flipped = 5 ^ (1L << bit);
            Assert.NotEqual(EventChecksum.OfContent(1, 2, 5, "{}"u8), EventChecksum.OfContent(1, 2, flipped, "{}"u8));
            Assert.NotEqual(EventChecksum.OfEnvelope(1, Id, 5, "{}"u8), EventChecksum.OfEnvelope(1, Id, flipped, "{}"u8));
            Assert.NotEqual(EventChecksum.OfCommand("c", 5), EventChecksum.OfCommand("c", flipped));
        }

        for (int bit = 0; bit < 32; bit++)
        {
            uint flipped = 5u ^ (1u << bit);
            Assert.NotEqual(EventChecksum.OfContent(5, 2, 1, "{}"u8), EventChecksum.OfContent(flipped, 2, 1, "{}"u8));
            Assert.NotEqual(EventChecksum.OfContent(1, 5, 1, "{}"u8), EventChecksum.OfContent(1, flipped, 1, "{}"u8));
            Assert.NotEqual(EventChecksum.OfEnvelope(5, Id, 1, "{}"u8), EventChecksum.OfEnvelope(flipped, Id, 1, "{}"u8));
        }

        for (int bit = 0; bit < 128; bit++)
        {
            byte[] id = Id.ToByteArray();
            id[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(EventChecksum.OfEnvelope(1, Id, 1, "{}"u8), EventChecksum.OfEnvelope(1, new(id), 1, "{}"u8));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Zoë 一 🎉")]
    [InlineData("long")]
    public void A_text_counts_as_its_UTF_8(string text)
    {
        text = text == "long" ? string.Concat(Enumerable.Repeat("一🎉x", 120)) : text;
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(EventChecksum.OfStream(utf8), EventChecksum.OfStream(text));
        Assert.Equal(EventChecksum.OfType(utf8, utf8), EventChecksum.OfType(text, text));
        Assert.Equal(EventChecksum.OfCommand(utf8, 3), EventChecksum.OfCommand(text, 3));
        Assert.NotEqual(EventChecksum.OfType("ab"u8, "c"u8), EventChecksum.OfType("a"u8, "bc"u8));
    }

    [Fact]
    public void An_event_without_a_checksum_is_not_verified()
    {
        Assert.True(EventChecksum.Holds(EventChecksum.None, 7));
        Assert.True(EventChecksum.Holds(EventChecksum.None, 7, 8));
        Assert.False(EventChecksum.Holds(EventChecksum.Join(0, 8), 7));
        Assert.False(EventChecksum.Holds(EventChecksum.Join(7, 0), 7, 8));
        Assert.Equal(EventChecksum.NoCommand, EventChecksum.OfCommand([], 0));
    }

    [Fact]
    public void Each_part_of_a_snapshot_and_of_a_document_counts()
    {
        int snapshot = StateChecksum.OfSnapshot(new("account", "a"), "f", 1, "{}"u8);
        Assert.Equal(snapshot, StateChecksum.OfSnapshot(new("account", "a"), "f", 1, "{}"u8));
        Assert.Distinct(
        [
            snapshot,
            StateChecksum.OfSnapshot(new("account", "b"), "f", 1, "{}"u8),
            StateChecksum.OfSnapshot(new("bank", "a"), "f", 1, "{}"u8),
            StateChecksum.OfSnapshot(new("account", "a"), "g", 1, "{}"u8),
            StateChecksum.OfSnapshot(new("account", "a"), "f", 2, "{}"u8),
            StateChecksum.OfSnapshot(new("account", "a"), "f", 1, "{ }"u8),
            StateChecksum.OfSnapshot(new("account", "af"), "", 1, "{}"u8),
        ]);
        Assert.NotEqual(StateChecksum.OfDocument("q", "k", "f", 1, "{}"u8), StateChecksum.OfDocument("q", "k", "f", 1, "[}"u8));
    }
}
