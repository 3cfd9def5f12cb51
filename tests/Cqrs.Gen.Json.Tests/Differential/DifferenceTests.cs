using System.Text;

namespace Specimens;

/// <summary>Where we and System.Text.Json part, exactly as the list says.</summary>
public sealed class DifferenceTests
{
    public static TheoryData<string> Read => [.. Differences.Reading.Select(static d => d.Name)];

    public static TheoryData<string> Written => [.. Differences.Writing.Select(static d => d.Name)];

    public static TheoryData<string> Refused => [.. Differences.RefusedByBoth.Select(static d => d.Name)];

    public static TheoryData<string> NotWritten => [.. Differences.NotWrittenByBoth.Select(static d => d.Name)];

    [Theory]
    [MemberData(nameof(Read))]
    public void Is_read_otherwise(string name)
    {
        ReadDifference difference = Differences.Reading.Single(d => d.Name == name);
        Family family = Families.Of(difference.Specimen.Name);
        byte[] json = Encoding.UTF8.GetBytes(difference.Json);
        Assert.Equal((difference.Ours, difference.Theirs), (family.ReadByUs(json), family.ReadByThem(json)));
        Assert.NotEqual(difference.Ours, difference.Theirs);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Is_written_otherwise(string name)
    {
        WriteDifference difference = Differences.Writing.Single(d => d.Name == name);
        Family family = Families.Of(difference.Value.GetType().Name);
        Assert.Equal((difference.Ours, difference.Theirs), (family.WrittenByUs(difference.Value), family.WrittenByThem(difference.Value)));
        Assert.NotEqual(difference.Ours, difference.Theirs);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_by_both(string name)
    {
        (_, Type specimen, string text) = Differences.RefusedByBoth.Single(d => d.Name == name);
        Family family = Families.Of(specimen.Name);
        byte[] json = Encoding.UTF8.GetBytes(text);
        Assert.Equal((Family.Refused, Family.Refused), (family.ReadByUs(json), family.ReadByThem(json)));
    }

    [Theory]
    [MemberData(nameof(NotWritten))]
    public void Is_written_by_neither(string name)
    {
        (_, IEvent value) = Differences.NotWrittenByBoth.Single(d => d.Name == name);
        Family family = Families.Of(value.GetType().Name);
        Assert.Equal((Family.Refused, Family.Refused), (family.WrittenByUs(value), family.WrittenByThem(value)));
    }
}
