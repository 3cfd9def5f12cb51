namespace Cqrs.Gen.Generators.Tests;

/// <summary>Every way of writing a domain that must work from the first day: each compiles without a warning.</summary>
public sealed class ShapeTests
{
    private const string Counter = """
        public sealed record Counted(int By) : IEvent<Counter>;
        public sealed record Count(int By) : ICommand<Counter>;
        """;

    public static TheoryData<string, string> Shapes => new()
    {
        { "a class in a file-scoped namespace", "namespace Bank;\n" + Counter + "[Aggregate] public sealed partial class Counter { int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; }" },
        { "a class in a block namespace", "namespace Bank.Inner { " + Counter + "[Aggregate] public sealed partial class Counter { int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; } }" },
        { "a class in the global namespace", Counter + "[Aggregate] public sealed partial class Counter { int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; }" },
        { "an immutable record", "namespace Bank;\n" + Counter + "[Aggregate] public sealed partial record Counter(int Total = 0) { Counted Handle(Count c) => new(c.By); Counter Apply(Counted e) => this with { Total = Total + e.By }; }" },
        { "a record that its first event makes", "namespace Bank;\n" + Counter + "[Aggregate] public sealed partial record Counter(int Total) { static Counted Handle(Count c) => new(c.By); static Counter Apply(Counted e) => new(e.By); }" },
        { "an internal class", "namespace Bank;\ninternal sealed record Counted(int By) : IEvent<Counter>; internal sealed record Count(int By) : ICommand<Counter>; [Aggregate] internal sealed partial class Counter { int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; }" },
        { "everything nested", "namespace Bank;\npublic static partial class Outer { [Aggregate] public sealed partial class Counter { public sealed record Counted(int By) : IEvent<Counter>; public sealed record Count(int By) : ICommand<Counter>; int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; } }" },
        { "private nested events and commands", "namespace Bank;\n[Aggregate] public sealed partial class Counter { private sealed record Counted(int By) : IEvent<Counter>; private sealed record Count(int By) : ICommand<Counter>; int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; }" },
        { "keyword names", "namespace @namespace.@class;\npublic sealed record @event(int @int, string @string) : IEvent<@struct>; public sealed record @new(int @params) : ICommand<@struct>; [Aggregate] public sealed partial class @struct { int @void; @event Handle(@new @ref) => new(@ref.@params, \"\"); void Apply(@event @in) => @void += @in.@int; }" },
        { "several partial declarations", "namespace Bank;\n" + Counter + "[Aggregate] public sealed partial class Counter { int _total; } public sealed partial class Counter { Counted Handle(Count c) => new(c.By); } partial class Counter { void Apply(Counted e) => _total += e.By; }" },
        { "a primary constructor", "namespace Bank;\n" + Counter + "[Aggregate] public sealed partial class Counter(int start = 3) { int _total = start; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; }" },
        { "required and init members", "namespace Bank;\n" + Counter + "[Aggregate] public sealed partial class Counter { public required string Owner { get; init; } public int Total { get; private set; } public IReadOnlyList<int> Steps => _steps; private readonly List<int> _steps = []; public string? Note { get; init; } Counted Handle(Count c) => new(c.By); void Apply(Counted e) { Total += e.By; _steps.Add(e.By); } }" },
        { "events and commands with required and init members", "namespace Bank;\npublic sealed record Counted : IEvent<Counter> { public required int By { get; init; } public string? Note { get; init; } } public sealed class Count : ICommand<Counter> { public required int By { get; init; } } [Aggregate] public sealed partial class Counter { int _total; Counted Handle(Count c) => new() { By = c.By }; void Apply(Counted e) => _total += e.By; }" },
        { "events that are structs", "namespace Bank;\npublic readonly record struct Counted(int By) : IEvent<Counter>; public readonly record struct Count(int By) : ICommand<Counter>; [Aggregate] public sealed partial class Counter { int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; }" },
        { "a base event with a derived one", "namespace Bank;\npublic record Counted(int By) : IEvent<Counter>; public sealed record CountedTwice(int By, int Again) : Counted(By); public sealed record Count(int By) : ICommand<Counter>; [Aggregate] public sealed partial class Counter { int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; void Apply(CountedTwice e) => _total += e.By + e.Again; }" },
        { "an aggregate without methods", "namespace Bank;\n[Aggregate] public sealed partial class Counter;" },
        { "an event that changes no state", "namespace Bank;\n[Event(ChangesNoState = true)] public sealed record Looked : IEvent<Counter>; public sealed record Look : ICommand<Counter>; [Aggregate] public sealed partial class Counter { Looked Handle(Look c) => new(); }" },
        { "obsolete and experimental types", "namespace Bank;\n#pragma warning disable CS0612, CS0618, EXP1\n[Obsolete(\"old\")] public sealed record Counted([property: Obsolete] int By) : IEvent<Counter>; [System.Diagnostics.CodeAnalysis.Experimental(\"EXP1\")] public sealed record Count(int By) : ICommand<Counter>; [Aggregate] public sealed partial class Counter { [Obsolete] int _total; Counted Handle(Count c) => new(c.By); void Apply(Counted e) => _total += e.By; }" },
        { "every kind of handler", """
            namespace Bank;
            public interface IClock { DateTimeOffset Now { get; } }
            public sealed record Counted(int By) : IEvent<Counter>;
            public sealed record A : ICommand<Counter>;
            public sealed record B : ICommand<Counter>;
            public sealed record C : ICommand<Counter>;
            public sealed record D : ICommand<Counter>;
            public sealed record E : ICommand<Counter>;
            public sealed record F : ICommand<Counter>;
            public sealed record G : ICommand<Counter>;
            [Aggregate]
            public sealed partial class Counter
            {
                private int _total;
                static Counted Handle(A c) => new(1);
                Counted? Handle(B c) => _total > 1 ? new(1) : null;
                Decision<Counter> Handle(C c, IClock clock, AggregateContext context) => context.Version > 3 ? [] : [new Counted(clock.Now.Year), new Counted(2)];
                Task<Counted> Handle(D c, CancellationToken ct) => Task.FromResult(new Counted(1));
                Task<Decision<Counter>> Handle(E c, in AggregateContext context) => Task.FromResult<Decision<Counter>>([]);
                async ValueTask<Counted> Handle(F c, IClock? clock) { await Task.Yield(); return new(clock is null ? 0 : 1); }
                ValueTask<Decision<Counter>> Handle(in G c, IServiceProvider services, CancellationToken ct) => new((Decision<Counter>)UserError.Create("no", "No."));
                void Apply(Counted e) => _total += e.By;
            }
            """ },
        { "queries of every kind", """
            namespace Bank;
            public sealed record Counted(int By, string Group) : IEvent<Counter>;
            public sealed record Reset : IEvent<Counter>;
            public sealed record Count(int By) : ICommand<Counter>;
            [Aggregate]
            public sealed partial class Counter { Counted Handle(Count c) => new(c.By, "g"); void Apply(Counted e) { } void Apply(Reset e) { } }
            public sealed record Named(string Name) : IEvent<Person>;
            [Aggregate]
            public sealed partial class Person { void Apply(Named e) { } }
            [Query] public sealed partial class Total { public int Sum { get; set; } void Apply(Counted e) => Sum += e.By; void Apply(Reset e, EventContext context) => Sum = (int)context.Sequence; }
            [Query] public sealed partial record Immutable(int Sum = 0) { Immutable Apply(Counted e) => this with { Sum = Sum + e.By }; Immutable? Apply(Reset e, in EventContext context) => null; }
            [Query] public sealed partial record Created(int Sum) { static Created Apply(Counted e) => new(e.By); }
            [Query] public sealed partial class ByGroup { int _sum; static string Key(Counted e) => e.Group; void Apply(Counted e) => _sum += e.By; }
            [Query] public sealed partial class ByLetter { int _sum; static IEnumerable<string> Key(Counted e, EventContext context) => e.Group.Select(c => c.ToString()); static string[] Key(Reset e) => ["a"]; void Apply(Counted e) => _sum += e.By; void Apply(Reset e) => _sum = 0; }
            [Query] public sealed partial class Both { int _sum; void Apply(Counted e) => _sum += e.By; void Apply(Named e) => _sum++; }
            """ },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Compiles_without_a_warning(string shape, string source) => Assert.True(
        GeneratorRun.Of(source).Files.Count > 1,
        shape);
}
