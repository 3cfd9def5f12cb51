using static Cqrs.Gen.Generators.Tests.Json.Matrix.MatrixCase;

namespace Cqrs.Gen.Generators.Tests.Json.Matrix;

/// <summary>Types that are written as JSON objects.</summary>
internal static class ObjectCases
{
    private const string Fields = "[assembly: JsonDefaults(IncludeFields = true)]";

    public static IEnumerable<MatrixCase> All =>
    [
        new("a record", "public sealed record $E(string A, int B = 5) : IEvent<Account>;", "new $E(\"a\", 1)"),
        new("a record struct", "public readonly record struct $E(string A, int B) : IEvent<Account>;", "new $E(\"a\", 1)"),
        new("a class with setters", "public sealed class $E : IEvent<Account> { public string A { get; set; } = \"\"; public int B { get; set; } }", "new $E { A = \"a\" }"),
        new("a class with init", "public sealed class $E : IEvent<Account> { public string A { get; init; } = \"\"; }", "new $E { A = \"a\" }"),
        new("a class with required members", "public sealed class $E : IEvent<Account> { public required string A { get; init; } }", "new $E { A = \"a\" }"),
        new("a class with a constructor with parameters", "public sealed class $E(string a) : IEvent<Account> { public string A { get; } = a; }", "new $E(\"a\")"),
        new("a struct with setters", "public struct $E : IEvent<Account> { public int A { get; set; } }", "new $E { A = 1 }"),
        new("a computed property", "public sealed record $E(int A) : IEvent<Account> { public int Twice => A * 2; }", "new $E(1)"),
        new("a property without a setter", "public sealed class $E : IEvent<Account> { public Guid Id { get; } = Guid.NewGuid(); }", "new $E()"),
        new("a list without a setter", "public sealed class $E : IEvent<Account> { public List<int> Items { get; } = new List<int>(); }", "new $E { Items = { 1 } }"),
        new("a public field", "public sealed class $E : IEvent<Account> { public int A; }", "new $E { A = 1 }"),
        new("a public field with IncludeFields", "public sealed class $E : IEvent<Account> { public int A; }", "new $E { A = 1 }", Fields),
        new("an indexer", "public sealed record $E(int A) : IEvent<Account> { public int this[int i] => i; }", "new $E(1)"),
        new("a static member", "public sealed record $E(int A) : IEvent<Account> { public static int B { get; set; } }", "new $E(1)"),
        new("an inherited member", "public abstract record Base(int A) { public virtual int B { get; init; } } public sealed record $E(int A) : Base(A), IEvent<Account> { public override int B { get; init; } }", "new $E(1) { B = 2 }"),
        new("a member hidden by new", "public class Base { public int A { get; set; } } public sealed class $E : Base, IEvent<Account> { public new string A { get; set; } = \"\"; }", "new $E { A = \"a\" }"),
        new("a generic type", "public sealed record Pair<T>(T A, T B); public sealed record $E(Pair<int> A, Pair<string?> B) : IEvent<Account>;", "new $E(new(1, 2), new(null, \"a\"))"),
        new("a recursive type", "public sealed record $E(int A, $E? Next) : IEvent<Account>;", "new $E(1, new $E(2, null))"),
        new("a nested type", "public static class Outer { public sealed record Inner(int A); } public sealed record $E(Outer.Inner A) : IEvent<Account>;", "new $E(new(1))"),
        new("a type of another assembly", "public sealed record $E(System.Collections.Generic.KeyValuePair<string, int> A) : IEvent<Account>;", "new $E(new(\"a\", 1))"),
        new("KeyValuePair<TKey, TValue>", "public sealed record $E(KeyValuePair<string, int> A) : IEvent<Account>;", "new $E(new(\"a\", 1))"),
        Of("System.Drawing.Point", "new System.Drawing.Point(1, 2)"),
        Of("System.Drawing.PointF", "new System.Drawing.PointF(1, 2)"),
        Of("System.Drawing.Size", "new System.Drawing.Size(1, 2)"),
        Of("System.Drawing.SizeF", "new System.Drawing.SizeF(1, 2)"),
        Of("System.Drawing.Rectangle", "new System.Drawing.Rectangle(1, 2, 3, 4)"),
        Of("System.Drawing.RectangleF", "new System.Drawing.RectangleF(1, 2, 3, 4)"),
        Of("System.Drawing.Color", "System.Drawing.Color.Red"),
        Of("System.Numerics.Complex", "new System.Numerics.Complex(1, 2)"),
        Of("System.Numerics.Vector3", "new System.Numerics.Vector3(1, 2, 3)"),
        Of("System.Numerics.Quaternion", "new System.Numerics.Quaternion(1, 2, 3, 4)"),
        Of("System.Numerics.Plane", "new System.Numerics.Plane(1, 2, 3, 4)"),
        new("System.Numerics.Vector2 with IncludeFields", "public sealed record $E(System.Numerics.Vector2 A) : IEvent<Account>;", "new $E(new(1, 2))", Fields),
        new("System.Numerics.Vector3 with IncludeFields", "public sealed record $E(System.Numerics.Vector3 A) : IEvent<Account>;", "new $E(new(1, 2, 3))", Fields),
        new("System.Numerics.Vector4 with IncludeFields", "public sealed record $E(System.Numerics.Vector4 A) : IEvent<Account>;", "new $E(new(1, 2, 3, 4))", Fields),
        new("System.Numerics.Quaternion with IncludeFields", "public sealed record $E(System.Numerics.Quaternion A) : IEvent<Account>;", "new $E(new(1, 2, 3, 4))", Fields),
        new("System.Numerics.Plane with IncludeFields", "public sealed record $E(System.Numerics.Plane A) : IEvent<Account>;", "new $E(new(1, 2, 3, 4))", Fields),
        Of("TimeZoneInfo", "TimeZoneInfo.Utc"),
        Of("System.Net.IPAddress", "System.Net.IPAddress.Loopback"),
        Of("System.Text.StringBuilder", "new System.Text.StringBuilder(\"a\")"),
        Of("Lazy<int>", "new Lazy<int>(1)"),
        new("Tuple<T1, T2>", "public sealed record $E(Tuple<int, string> A) : IEvent<Account>;", "new $E(new(1, \"a\"))"),
        new("(T1, T2)", "public sealed record $E((int, string) A) : IEvent<Account>;", "new $E((1, \"a\"))"),
        new("(T1, T2) with IncludeFields", "public sealed record $E((int, string) A) : IEvent<Account>;", "new $E((1, \"a\"))", Fields),
        new("an abstract class", "public abstract record Base; public sealed record Derived : Base; public sealed record $E(Base A) : IEvent<Account>;", "new $E(new Derived())"),
        new("an interface", "public interface IBase { int A { get; } } public sealed record Derived(int A) : IBase; public sealed record $E(IBase A) : IEvent<Account>;", "new $E(new Derived(1))"),
        new("a value of a derived type", "public record Base(int A); public sealed record Derived(int A, int B) : Base(A); public sealed record $E(Base A) : IEvent<Account>;", "new $E(new Derived(1, 2))"),
        new("a private constructor", "public sealed class Hard { private Hard() { } public static Hard Make() => new(); } public sealed record $E(Hard A) : IEvent<Account>;", "new $E(Hard.Make())"),
        new("a private constructor with [JsonConstructor]", "public sealed class Hard { [JsonConstructor] private Hard(int a) => A = a; public int A { get; } public int B { get; set; } public static Hard Make() => new(1) { B = 2 }; } public sealed record $E(Hard A) : IEvent<Account>;", "new $E(Hard.Make())"),
        new("a constructor's parameter without a member", "public sealed class Odd(int other) { public int A { get; set; } = other; } public sealed record $E(Odd A) : IEvent<Account>;", "new $E(new(1))"),
        new("two members of one name", "public sealed class $E : IEvent<Account> { public int A { get; set; } [JsonPropertyName(\"a\")] public int B { get; set; } }", "new $E()"),
    ];
}
