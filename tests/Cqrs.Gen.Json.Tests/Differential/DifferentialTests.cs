namespace Specimens;

/// <summary>For generated values of every supported type, what we write and read is what System.Text.Json writes and reads.</summary>
public sealed class DifferentialTests
{
    public static TheoryData<string> Specimens => [.. Families.All.Select(static f => f.Specimen.Name)];

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Both_write_the_same_bytes(string specimen) => Families.Of(specimen).WriteTheSameBytes();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void What_we_wrote_we_read_back_equal(string specimen) => Families.Of(specimen).ReadBackWhatWasWritten();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void What_they_wrote_we_read(string specimen) => Families.Of(specimen).ReadWhatTheyWrote();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void What_we_wrote_they_read(string specimen) => Families.Of(specimen).LetThemReadWhatWeWrote();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Our_description_writes_and_reads_the_same(string specimen) => Families.Of(specimen).DescribeWhatWeWrite();

    [Fact]
    public void Every_event_is_a_specimen_with_values() =>
        Assert.Equal(Ours.Events.Select(static e => e.Type.Name).Order(), Families.All.Select(static f => f.Specimen.Name).Order());
}
