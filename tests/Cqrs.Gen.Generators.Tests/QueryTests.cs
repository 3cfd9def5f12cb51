using System.Reflection;

namespace Cqrs.Gen.Generators.Tests;

/// <summary>What the generated half of a query does.</summary>
public sealed class QueryTests
{
    private static readonly Assembly Domain = GeneratorRun.Of("""
        namespace Bank;
        public sealed record Counted(int By, string Group) : IEvent<Counter>;
        public sealed record Reset : IEvent<Counter>;
        [Aggregate] public sealed partial class Counter { void Apply(Counted e) { } void Apply(Reset e) { } }
        [Query] public sealed partial class Total { public int Sum { get; set; } void Apply(Counted e) => Sum += e.By; Total? Apply(Reset e) => null; }
        [Query(Consistency = QueryConsistency.Asynchronous)] public sealed partial class Later { public int Sum { get; set; } void Apply(Counted e, EventContext context) => Sum = (int)context.Sequence; }
        [Query("groups")] public sealed partial class ByLetter { int _sum; static IEnumerable<string> Key(Counted e) => e.Group.Select(c => c.ToString()); void Apply(Counted e) => _sum += e.By; }
        """).Load();

    private readonly object _counted = Activator.CreateInstance(Domain.GetType("Bank.Counted")!, 5, "ab")!;
    private readonly object _reset = Activator.CreateInstance(Domain.GetType("Bank.Reset")!)!;

    [Fact]
    public void A_document_is_made_changed_and_deleted_by_events()
    {
        QueryProbe total = QueryProbe.Of(Domain, "Bank.Total");

        object? first = total.Apply(null, _counted);
        object? second = total.Apply(first, _counted);

        Assert.Equal("{\"sum\":10}", total.WriteState(second!));
        Assert.Null(total.Apply(second, _reset));
    }

    [Fact]
    public void Sources_and_names_and_consistency_are_known()
    {
        QueryProbe total = QueryProbe.Of(Domain, "Bank.Total");

        Assert.Equal("total", total.Name);
        Assert.Equal(QueryConsistency.Inline, total.Consistency);
        Assert.Equal([new EventSource("counter", "counted"), new EventSource("counter", "reset")], total.Sources);
        Assert.True(total.Consumes(_reset));
        Assert.Equal(QueryConsistency.Asynchronous, QueryProbe.Of(Domain, "Bank.Later").Consistency);
        Assert.False(QueryProbe.Of(Domain, "Bank.Later").Consumes(_reset));
    }

    [Fact]
    public void Keys_are_the_aggregates_id_or_what_the_query_says()
    {
        Assert.Equal(["id-1"], QueryProbe.Of(Domain, "Bank.Total").Keys(_counted));
        QueryProbe byLetter = QueryProbe.Of(Domain, "Bank.ByLetter");
        Assert.Equal("groups", byLetter.Name);
        Assert.Equal(["a", "b"], byLetter.Keys(_counted));
        Assert.Equal(QueryConsistency.Asynchronous, byLetter.Consistency);
    }

    [Fact]
    public void The_context_reaches_an_Apply_that_asks_for_it()
    {
        QueryProbe later = QueryProbe.Of(Domain, "Bank.Later");

        Assert.Equal("{\"sum\":3}", later.WriteState(later.Apply(null, _counted)!));
    }

    [Fact]
    public void An_event_that_is_not_consumed_is_a_fault() =>
        Assert.Throws<EventNotAppliedException>(() => QueryProbe.Of(Domain, "Bank.Later").Apply(null, _reset));
}
