using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cqrs.Gen.Architecture.Tests;

public sealed class CopyingPageTests
{
    [Fact]
    public void The_lines_that_copy_a_log_compile()
    {
        string[] page = File.ReadAllLines(Repository.At("src", "Cqrs.Gen.Storage", "README.md"));
        string code = "global using System;\n" + string.Join('\n', page.SkipWhile(static line => line != "```csharp").Skip(1).TakeWhile(static line => line != "```"));
        IEnumerable<string> trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Copy",
            [CSharpSyntaxTree.ParseText(code, new(LanguageVersion.CSharp14), cancellationToken: TestContext.Current.CancellationToken)],
            trusted.Select(static path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Contains("LogCopy.CopyAsync", code, StringComparison.Ordinal);
        Findings.AreNone([.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.ToString())]);
    }
}
