using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void When_there_is_no_room_nothing_is_recorded_and_the_writer_goes_on_when_there_is()
    {
        SqliteStorageOptions options = new(_folder.File());
        Database database = new DatabaseOpener(options).OpenWriter();
        using Writer writer = new(options, database);
        AppendOutcome[] outcomes = new AppendOutcome[2];
        writer.Append([Requests.To("a", 0), Requests.To("a", 1)], outcomes, CancellationToken.None);
        database.Execute($"PRAGMA max_page_count = {database.Number("PRAGMA page_count") + 5}");

        AppendRequest[] tooMuch = [Requests.To("b", 0), Requests.To("a", 2, command: "c", payload: new string('x', 100_000))];
        StoreException fault = Assert.Throws<StoreException>(() => writer.Append(tooMuch, outcomes, CancellationToken.None));

        Assert.Equal(StoreFault.Full, fault.Fault);
        Assert.False(writer.IsBroken);
        database.Execute("PRAGMA max_page_count = 1000000");
        writer.Append(tooMuch, outcomes, CancellationToken.None);
        Assert.Equal([new(AppendResult.Appended, 1, 3, 1), new(AppendResult.Appended, 3, 4, 1)], outcomes);
    }

    public void Dispose() => _folder.Dispose();
}
