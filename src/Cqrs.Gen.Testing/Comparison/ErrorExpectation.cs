using System.Text.Json;

namespace Cqrs.Gen.Testing;

/// <summary>What a test says of the error that refuses a command; what it does not speak of may be anything.</summary>
/// <param name="Code">The code, or null for any.</param>
/// <param name="Message">The message, or null for any.</param>
/// <param name="Parameters">Parameters that the error has.</param>
/// <param name="OnlyThese">True if it has no others.</param>
internal sealed record ErrorExpectation(
    string? Code,
    string? Message,
    IReadOnlyList<KeyValuePair<string, UserErrorValue>> Parameters,
    bool OnlyThese)
{
    private const string Any = "(any)";

    /// <summary>Such as <c>the error "insufficient-funds"</c>.</summary>
    public override string ToString() => Code is null ? "an error" : $"the error \"{Code}\"";

    /// <summary>The message, or null if the error is as expected.</summary>
    public string? Differing(UserError actual)
    {
        List<MemberDifference> members =
        [
            new("code", Code ?? Any, actual.Code, Code is not null && Code != actual.Code),
            new("message", Message ?? Any, actual.Message, Message is not null && Message != actual.Message),
        ];
        Dictionary<string, UserErrorValue> left = new(actual.Parameters);
        foreach ((string name, UserErrorValue value) in Parameters)
        {
            members.Add(left.Remove(name, out UserErrorValue found)
                ? new(name, Show(value), Show(found), !Same(value, found))
                : new(name, Show(value), null, true));
        }

        foreach ((string name, UserErrorValue value) in left)
        {
            members.Add(new(name, OnlyThese ? null : Any, Show(value), OnlyThese));
        }

        return members.Exists(static m => m.Differs)
            ? $"The error differs in {MemberDifference.NamesOfDiffering(members)}.\n{DocumentComparison.Table(members, "expected", "actual")}"
            : null;
    }

    private static bool Same(UserErrorValue left, UserErrorValue right) => AsMember(left).HasValueOf(AsMember(right));

    private static string Show(UserErrorValue value) => AsMember(value).Text;

    private static Member AsMember(UserErrorValue value) => value.Kind switch
    {
        JsonValueKind.Null => new("", "null", false),
        JsonValueKind.String => new("", $"\"{value}\"", false),
        _ => new("", value.ToString(), value.Kind == JsonValueKind.Number),
    };
}
