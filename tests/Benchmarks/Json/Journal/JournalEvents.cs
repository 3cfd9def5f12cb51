using System.Text.Json.Serialization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>What System.Text.Json needs to tell the events apart by itself.</summary>
[JsonDerivedType(typeof(Deposited), "deposited")]
[JsonDerivedType(typeof(Measured), "measured")]
[JsonDerivedType(typeof(Ordered), "ordered")]
internal interface IJournalEvent;

/// <summary>The small one: two decimals and a string.</summary>
internal sealed record Deposited(decimal Amount, decimal Balance, string Reference) : IEvent<Journal>, IJournalEvent;

/// <summary>The wide one: 30 members.</summary>
internal sealed record Measured(
    Guid Id,
    string Station,
    string Operator,
    string Remark,
    string? Correction,
    int Series,
    int Sequence,
    int Retries,
    int? Channel,
    long Ticks,
    long Total,
    short Bay,
    byte Quality,
    bool IsCalibrated,
    bool IsRepeated,
    bool IsManual,
    decimal Price,
    decimal Fee,
    decimal? Discount,
    decimal Sum,
    double Temperature,
    double Pressure,
    double Humidity,
    DateTimeOffset TakenAt,
    DateTimeOffset? ApprovedAt,
    DateTime StoredAt,
    DateOnly Day,
    TimeSpan Duration,
    Guid Batch,
    Grade Grade) : IEvent<Journal>, IJournalEvent;

[JsonConverter(typeof(JsonStringEnumConverter<Grade>))]
internal enum Grade
{
    Rough,
    Usual,
    Fine,
}

/// <summary>The nested one: lists of records.</summary>
internal sealed record Ordered(Guid OrderId, string Customer, Address Address, List<OrderLine> Lines, List<Instalment> Instalments) : IEvent<Journal>, IJournalEvent;

internal sealed record Address(string Street, string City, string Code);

internal sealed record OrderLine(string Product, int Quantity, decimal Price, bool IsGift);

internal sealed record Instalment(DateOnly Due, decimal Amount);
