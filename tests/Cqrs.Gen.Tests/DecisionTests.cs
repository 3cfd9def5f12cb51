namespace Cqrs.Gen.Tests;

public sealed class DecisionTests
{
    private static readonly UserError No = UserError.Create("no", "No.");

    [Fact]
    public void A_collection_expression_holds_no_one_or_many_events_in_order()
    {
        Decision<ILamp> none = [];
        Decision<ILamp> one = [new Lit(1)];
        Decision<ILamp> many = [new Lit(1), new Dimmed(2), new Lit(3)];
        Assert.Empty(none);
        Assert.Equal([new Lit(1)], one);
        Assert.Equal([new Lit(1), new Dimmed(2), new Lit(3)], many);
        Assert.Equal((0, 1, 3), (none.Count, one.Count, many.Count));
        Assert.All([none, one, many], static d => Assert.Null(d.Error));
    }

    [Fact]
    public void Events_may_be_structs()
    {
        Decision<ILamp> decision = [new Flickered(1), new Flickered(2)];
        Assert.Equal([new Flickered(1), new Flickered(2)], decision);
        Assert.Equal(new Flickered(2), decision.Untyped[1]);
        Assert.Equal(new Flickered(1), decision.Untyped.Events[0]);
    }

    [Fact]
    public void An_error_refuses()
    {
        Decision<ILamp> decision = No;
        Assert.Same(No, decision.Error);
        Assert.Empty(decision);
        Decision untyped = decision.Untyped;
        Assert.True(untyped.IsRefused);
        Assert.Same(No, untyped.Error);
        Assert.Equal(0, untyped.Count);
        Assert.Empty(untyped.Events);
        Assert.Equal(untyped.Error, Decision.Refuse(No).Error);
    }

    [Fact]
    public void The_default_accepts_and_changes_nothing()
    {
        Decision decision = default;
        Assert.False(decision.IsRefused);
        Assert.Null(decision.Error);
        Assert.Equal(0, decision.Count);
        Assert.Empty(decision.Events);
        Assert.Empty(default(Decision<ILamp>));
    }

    [Fact]
    public void The_untyped_form_gives_the_same_events()
    {
        Decision<ILamp> one = [new Lit(1)];
        Decision<ILamp> many = [new Lit(1), new Dimmed(2)];
        Assert.Equal(new Lit(1), one.Untyped[0]);
        Assert.Equal(new Dimmed(2), many.Untyped[1]);
        Assert.Equal([new Lit(1)], one.Untyped.Events);
        Assert.Equal([new Lit(1), new Dimmed(2)], many.Untyped.Events);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void There_is_no_event_beyond_the_last(int count)
    {
        Decision decision = Decision.Of([.. Enumerable.Range(0, count).Select(static i => new Lit(i))]);
        Assert.Equal(count, decision.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => decision[count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => decision[-1]);
    }

    [Fact]
    public void A_refusal_has_no_first_event() => Assert.Throws<ArgumentOutOfRangeException>(() => Decision.Refuse(No)[0]);

    [Fact]
    public void Null_is_refused_where_an_event_or_an_error_belongs()
    {
        Assert.Throws<ArgumentNullException>(() => { Decision<ILamp> decision = [new Lit(1), null!]; });
        Assert.Throws<ArgumentNullException>(() => { Decision<ILamp> decision = [null!]; });
        Assert.Throws<ArgumentNullException>(() => { Decision<ILamp> decision = (UserError)null!; });
        Assert.Throws<ArgumentNullException>(() => Decision.Refuse(null!));
    }

    [Fact]
    public void A_handler_of_one_event_may_return_none() => Assert.Equal(0, Decision.Of((IEvent?)null).Count);

    [Fact]
    public async Task A_pending_decision_is_awaited()
    {
        Decision decision = await Decision.Await(Later());
        Assert.Equal(new Lit(1), decision[0]);
        Assert.Equal(new Lit(2), (await Decision.AwaitEvent(LaterEvent()))[0]);
        Assert.Equal(0, (await Decision.AwaitEvent(new ValueTask<Lit?>((Lit?)null))).Count);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Decision.Await(Failing()));

        static async ValueTask<Decision<ILamp>> Later()
        {
            await Task.Yield();
            return [new Lit(1)];
        }

        static async ValueTask<Lit> LaterEvent()
        {
            await Task.Yield();
            return new Lit(2);
        }

        static async ValueTask<Decision<ILamp>> Failing()
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public void A_decision_that_is_there_costs_nothing_to_pass_on()
    {
        Lit lit = new(1);
        Decision<ILamp> made = [lit];
        Pass(made, lit);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Pass(made, lit);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Pass(Decision<ILamp> made, Lit lit)
        {
            ValueTask<Decision> decision = Decision.Await(new ValueTask<Decision<ILamp>>(made));
            ValueTask<Decision> single = Decision.AwaitEvent(new ValueTask<Lit>(lit));
            Decision<ILamp> written = [lit];
            if (!decision.IsCompletedSuccessfully || !single.IsCompletedSuccessfully || written.Untyped[0] != (IEvent)lit)
            {
                throw new InvalidOperationException();
            }
        }
    }

    public interface ILamp;

    private sealed record Lit(int Watts) : IEvent<ILamp>;

    private sealed record Dimmed(int Watts) : IEvent<ILamp>;

    private readonly record struct Flickered(int Times) : IEvent<ILamp>;
}
