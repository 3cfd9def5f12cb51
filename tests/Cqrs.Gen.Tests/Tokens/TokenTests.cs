namespace Cqrs.Gen.Tests.Tokens;

/// <summary>Every type that is one JSON token, against System.Text.Json and against itself.</summary>
public sealed class TokenTests
{
    private static readonly Dictionary<string, Token> Tokens = Numbers.All.Concat(Texts.All).Concat(Documents.All).ToDictionary(static t => t.Name);

    public static TheoryData<string> Names => [.. Tokens.Keys];

    public static TheoryData<string> Keys => [.. Tokens.Values.Where(static t => t.IsKey).Select(static t => t.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Is_a_key_as_in_System_Text_Json(string token) => Tokens[token].IsKeyAsInSystemTextJson();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_written_as_System_Text_Json_writes_it(string token) => Tokens[token].IsWrittenAsSystemTextJsonWritesIt();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_it_was_written(string token) => Tokens[token].IsReadAsItWasWritten();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_scanned_only_as_it_is_read(string token) => Tokens[token].IsScannedOnlyAsItIsRead();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_only_as_System_Text_Json_reads_it(string token) => Tokens[token].IsReadOnlyAsSystemTextJsonReadsIt();
}
