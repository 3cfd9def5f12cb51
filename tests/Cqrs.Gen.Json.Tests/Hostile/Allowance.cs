namespace Specimens;

/// <summary>What reading a payload may take.</summary>
internal static class Allowance
{
    // A refusal is an exception, whose trace alone is thousands of bytes; what a payload makes of each of its bytes is bounded besides.
    private const int BytesAtLeast = 32_768;
    private const int BytesEach = 40;
    private const int BytesAtMost = 64_000_000;

    public static void Demand(long bytes, int length) =>
        Assert.True(bytes <= Math.Min(BytesAtMost, BytesAtLeast + ((long)BytesEach * length)), $"Reading {length} bytes took {bytes}.");
}
