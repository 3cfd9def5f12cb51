namespace Cqrs.Gen.Architecture.Tests;

public sealed class FileSizeTests
{
    private const int MostLines = 350;

    [Theory]
    [InlineData("src")]
    [InlineData("generators")]
    [InlineData("analyzers")]
    public void A_file_holds_one_concern_so_none_is_long(string folder)
    {
        string[] files = [.. Repository.Files(folder, "*.cs")];
        string[] long_ = [.. files.Select(static file => (File: file, Lines: File.ReadLines(file).Count()))
            .Where(static f => f.Lines > MostLines)
            .Select(static f => $"{Repository.Relative(f.File)}: {f.Lines} lines, at most {MostLines}")];

        Assert.NotEmpty(files);
        Findings.AreNone(long_);
    }
}
