namespace Cqrs.Gen.Benchmarks;

internal static class RawDeposited
{
    public static void Write(RawWriter output, Deposited e)
    {
        output.Append("{\"amount\":"u8);
        output.Write(e.Amount);
        output.Append(",\"balance\":"u8);
        output.Write(e.Balance);
        output.Append(",\"reference\":"u8);
        output.Write(e.Reference);
        output.Append("}"u8);
    }

    public static Deposited Read(ReadOnlySpan<byte> json)
    {
        RawReader reader = new(json);
        return reader.Skip("{\"amount\":"u8) && reader.Read(out decimal amount)
            && reader.Skip(",\"balance\":"u8) && reader.Read(out decimal balance)
            && reader.Skip(",\"reference\":"u8) && reader.Read(out string? reference)
            && reader.Skip("}"u8) && reader.IsAtEnd
            ? new(amount, balance, reference)
            : DepositedByHand.Read(json);
    }
}
