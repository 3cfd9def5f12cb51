using System.Globalization;
using Cqrs.Gen.Storage;
using static System.Text.Encoding;

namespace Cqrs.Gen.Faults;

/// <summary>A bug on purpose: a copy that notes how far it is before it is there, and believes its notes. Whoever compares the logs must notice.</summary>
internal static class HastyCopy
{
    public static async Task RunAsync(IEventStorage source, IEventStorage target, string notes)
    {
        long position = File.Exists(notes) ? long.Parse(await File.ReadAllTextAsync(notes), CultureInfo.InvariantCulture) : 0;
        while (true)
        {
            Commands page = new();
            await source.ReadLogAsync(new(position, 200), page, CancellationToken.None);
            if (page.Whole.Count == 0)
            {
                return;
            }

            position = page.Position;
            await File.WriteAllTextAsync(notes + ".new", position.ToString(CultureInfo.InvariantCulture));
            File.Move(notes + ".new", notes, overwrite: true);
            await target.AppendAsync(page.Whole.ToArray(), new AppendOutcome[page.Whole.Count], CancellationToken.None);
        }
    }

    private sealed class Commands : IEventSink
    {
        private readonly List<EventData> _events = [];

        public List<AppendRequest> Whole { get; } = [];

        public long Position { get; private set; }

        public void OnEvent(in RecordedEvent e)
        {
            _events.Add(new(e.EventId, UTF8.GetString(e.Name), e.Version, e.Payload.ToArray()));
            if (e.CommandId.Length == 0)
            {
                return;
            }

            Position = e.Position;
            Whole.Add(new()
            {
                Stream = new(UTF8.GetString(e.Aggregate), UTF8.GetString(e.AggregateId)),
                ExpectedVersion = AppendRequest.AnyVersion,
                CommandId = UTF8.GetString(e.CommandId),
                Timestamp = e.Timestamp,
                Metadata = e.Metadata.ToArray(),
                Events = _events.ToArray(),
            });
            _events.Clear();
        }
    }
}
