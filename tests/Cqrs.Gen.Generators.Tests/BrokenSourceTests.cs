namespace Cqrs.Gen.Generators.Tests;

/// <summary>Source that is wrong or half-typed: the generator emits what is sound and never throws.</summary>
public sealed class BrokenSourceTests
{
    [Theory]
    [InlineData("[Aggregate] public class NotPartial { }")]
    [InlineData("[Aggregate] public partial class Generic<T> { }")]
    [InlineData("[Aggregate] public static partial class Static { }")]
    [InlineData("[Aggregate] public abstract partial class Abstract { }")]
    [InlineData("[Aggregate] public partial struct Struct { }")]
    [InlineData("[Aggregate] public partial interface IInterface { }")]
    [InlineData("public class Outer { [Aggregate] public partial class Inner { } }")]
    [InlineData("[Aggregate] file partial class Local { }")]
    [InlineData("public sealed class Enclosing<T> { [Aggregate] public partial class Inner { } }")]
    public void A_type_that_cannot_be_extended_gets_no_other_half(string source) =>
        Assert.DoesNotContain(GeneratorRun.OfBroken(source), static file => file.Key.Contains(".Dispatch.", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Aggregate(")]
    [InlineData("[Aggregate] public partial class A { void Apply( }")]
    [InlineData("[Aggregate] public partial class A { Missing Handle(AlsoMissing c) => null; void Apply(Missing e) { } }")]
    [InlineData("[Aggregate] public partial class A { void Apply() { } void Apply<T>(T e) { } void Apply(ref E e) { } int Handle(C c) => 1; } public record E : IEvent<A>; public record C : ICommand<A>;")]
    [InlineData("public record E : IEvent<Missing>; public record C : ICommand<>; public record D : IEvent<int>;")]
    [InlineData("[Aggregate] public partial class A { public A(int x) { } } public record E : IEvent<A>;")]
    [InlineData("[Aggregate] public partial class A { int _x; int X { get; } } public record E<T>(T X) : IEvent<A>; file record F : IEvent<A>;")]
    [InlineData("[Query] public partial class Q { void Apply(int x) { } string Key() => \"\"; static int Key(string s) => 1; }")]
    [InlineData("[Aggregate(\"\")] public partial class A { } [Query(null!)] public partial class Q { } [Event(Version = -1)] public record E : IEvent<A>;")]
    [InlineData("[Aggregate] public partial class A { object _o; unsafe int* _p; A _self; Action _f; } public record E(object O, Action F) : IEvent<A>;")]
    [InlineData("[Aggregate, Query] public partial class Both { int _n; Ev Handle(Cmd c) => new(); void Apply(Ev e) => _n++; } public record Ev : IEvent<Both>; public record Cmd : ICommand<Both>;")]
    [InlineData("[Aggregate] public partial class Prim(int seed) { public Prim() : this(4) { } int X => seed; void Apply(Ev e) => seed++; } public record Ev : IEvent<Prim>;")]
    [InlineData("[Aggregate] [Aggregate] public partial class A { } public partial class A { } [Aggregate] public partial class A { }")]
    public void Half_typed_source_never_makes_the_generator_throw(string source) => Assert.NotNull(GeneratorRun.OfBroken(source));
}
