namespace Cqrs.Gen.Tests;

/// <summary>A fault names its culprit and says what to do; programs find the same in its properties.</summary>
public sealed class FaultTests
{
    [Fact]
    public void A_command_of_another_aggregate_is_named()
    {
        CommandNotHandledException e = new("bank-account", typeof(FaultTests));
        Assert.Equal("The bank-account has no Handle method for Cqrs.Gen.Tests.FaultTests.", e.Message);
        Assert.Equal(("bank-account", typeof(FaultTests)), (e.AggregateName, e.CommandType));
    }

    [Fact]
    public void An_event_of_another_aggregate_is_named()
    {
        EventNotAppliedException e = new("account-summary", typeof(FaultTests));
        Assert.Equal("The account-summary has no Apply method for Cqrs.Gen.Tests.FaultTests.", e.Message);
        Assert.Equal(("account-summary", typeof(FaultTests)), (e.ConsumerName, e.EventType));
    }

    [Fact]
    public void A_missing_service_is_named_with_who_needs_it() => Assert.Equal(
        "Order.Handle(Ship) needs the service System.IDisposable, which is not registered. Register it where the application adds its services.",
        CompositionException.MissingService(typeof(IDisposable), "Order.Handle(Ship)").Message);

    [Fact]
    public void A_conflict_says_what_was_found_and_what_to_do()
    {
        ConcurrencyException once = new("bank-account", "a", 3, 5);
        Assert.Equal("The bank-account \"a\" is at version 5, not at 3 as expected. Load it again and decide anew.", once.Message);
        ConcurrencyException often = new("bank-account", "a", 3, 5, attempts: 8);
        Assert.Equal("The bank-account \"a\" changed under each of 8 attempts; it is now at version 5. Nothing was recorded: execute the command again.", often.Message);
        Assert.Equal(("bank-account", "a", 3L, 5L, 8), (often.AggregateName, often.AggregateId, often.ExpectedVersion, often.ActualVersion, often.Attempts));
    }

    [Fact]
    public void An_unknown_outcome_says_how_to_find_out()
    {
        OutcomeUnknownException e = new("c-1", new TimeoutException());
        Assert.Contains("\"c-1\"", e.Message, StringComparison.Ordinal);
        Assert.Equal("c-1", e.CommandId);
        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public void A_payload_fault_has_its_place()
    {
        PayloadException e = new("The member \"amount\" is missing.", "$.amount", 12);
        Assert.Equal("The member \"amount\" is missing. (at $.amount, byte 12)", e.Message);
        Assert.Equal(("The member \"amount\" is missing.", "$.amount", 12L), (e.Problem, e.Path, e.ByteOffset));
    }

    [Theory]
    [InlineData(StreamFault.UnknownEvent)]
    [InlineData(StreamFault.UnknownVersion)]
    [InlineData(StreamFault.UnreadablePayload)]
    [InlineData(StreamFault.Gap)]
    [InlineData(StreamFault.ApplyFailed)]
    public void A_stream_fault_names_stream_sequence_and_position(StreamFault fault)
    {
        StreamException e = new(fault, "bank-account", "acct-1", 7, 123, "the-detail");
        Assert.All(["bank-account", "acct-1", "7", "123", "the-detail"], part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
        Assert.Equal(fault, e.Fault);
    }

    [Fact]
    public void An_event_descriptor_reads_as_its_name_and_version()
    {
        EventDescriptor descriptor = new("money-deposited", 2, typeof(FaultTests));
        Assert.Equal("money-deposited v2", descriptor.ToString());
        Assert.Equal("money-deposited"u8, descriptor.NameUtf8.Span);
        Assert.Equal(typeof(FaultTests), descriptor.Type);
    }
}
