namespace Cqrs.Gen.Analyzers.Tests;

public sealed class UnsupportedTypeTests
{
    [Theory]
    [InlineData("public static partial class {|#0:Account|};", "Account", "static")]
    [InlineData("public abstract partial class {|#0:Account|};", "Account", "abstract")]
    [InlineData("public sealed partial class {|#0:Account|}<T>;", "Account<T>", "generic, or nested in a generic type")]
    [InlineData("file sealed partial class {|#0:Account|};", "Account", "local to its file")]
    [InlineData("[Query] public sealed partial class {|#0:Account|};", "Account", "both an aggregate and a query")]
    public Task A_class_whose_other_half_cannot_be_generated_is_reported(string declaration, string name, string which) => DomainTest.Reports(
        "[Aggregate] " + declaration,
        ("CQG1002", $"'{name}' is {which}, so its other half cannot be generated; make it a class or record of its own that is neither static, abstract, generic, private nor local to its file"));

    [Fact]
    public Task A_class_in_a_generic_class_is_reported() => DomainTest.Reports(
        """
        public static partial class Bank<T>
        {
            [Query]
            public sealed partial class {|#0:Summary|};
        }
        """,
        ("CQG1002", "'Bank<T>.Summary' is generic, or nested in a generic type, so its other half cannot be generated; make it a class or record of its own that is neither static, abstract, generic, private nor local to its file"));

    [Theory]
    [InlineData("public sealed partial class Account;")]
    [InlineData("internal partial class Account;")]
    [InlineData("public sealed partial record Account;")]
    [InlineData("public partial record class Account(int Balance = 0);")]
    public Task Plain_classes_and_records_are_quiet(string declaration) => DomainTest.IsQuiet("[Aggregate] " + declaration);

    [Fact]
    public Task A_struct_is_left_to_the_compiler() => DomainTest.IsQuiet("[{|CS0592:Aggregate|}] public partial struct Account;");
}
