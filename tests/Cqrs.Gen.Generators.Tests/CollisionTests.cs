namespace Cqrs.Gen.Generators.Tests;

/// <summary>Types whose names are hard to tell apart.</summary>
public sealed class CollisionTests
{
    [Fact]
    public void Names_that_differ_by_case_alone_get_files_of_their_own() => Assert.Equal(
        8,
        GeneratorRun.Of("""
            namespace Bank;
            [Aggregate("one")] public sealed partial class Account;
            [Aggregate("two")] public sealed partial class ACCOUNT;
            """).Files.Count(static file => file.Key.Contains("CCOUNT", StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void A_nested_type_and_a_namespace_of_the_same_path_get_files_of_their_own() => Assert.Contains(
        "Bank.Outer+Account.Aggregate.g.cs",
        GeneratorRun.Of("""
            namespace Bank { public partial class Outer { [Aggregate("one")] public sealed partial class Account; } }
            namespace Bank.Outers { [Aggregate("two")] public sealed partial class Account; }
            """).Files.Keys);

    [Fact]
    public void Underscores_and_dots_are_not_mixed_up() => GeneratorRun.Of("""
        namespace A.B { public sealed record C(int X) : global::Cqrs.Gen.IEvent<Root>; [Aggregate] public sealed partial class Root { void Apply(C e) { } void Apply(global::A.B_C e) { } void Apply(global::A_B.C e) { } } }
        namespace A { [Event("c2")] public sealed record B_C(int X) : global::Cqrs.Gen.IEvent<global::A.B.Root>; }
        namespace A_B { [Event("c3")] public sealed record C(int X) : global::Cqrs.Gen.IEvent<global::A.B.Root>; }
        """);

    [Fact]
    public void Types_of_the_user_that_are_named_like_those_of_the_platform_are_not_mistaken_for_them() => GeneratorRun.Of("""
        namespace Bank
        {
            public sealed record String(int Int32) : Cqrs.Gen.IEvent<System>;
            public sealed record Task(int Task_) : Cqrs.Gen.ICommand<System>;
            public sealed class Decision; public sealed class UserError; public sealed class Json;
            [Cqrs.Gen.Aggregate] public sealed partial class System { private Json? _json; String Handle(Task c) => new(c.Task_); void Apply(String e) { _json = null;  } }
        }
        """);
}
