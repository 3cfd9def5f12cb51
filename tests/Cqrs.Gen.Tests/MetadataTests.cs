namespace Cqrs.Gen.Tests;

public sealed class MetadataTests
{
    [Fact]
    public void Nothing_is_said_by_default()
    {
        Assert.Empty(Metadata.Empty);
        Assert.Null(Metadata.Empty.UserId);
        Assert.Null(Metadata.Empty["any"]);
        Assert.False(Metadata.Empty.TryGetValue("any", out _));
        Assert.Same(Metadata.Empty, Metadata.Create());
        Assert.Equal("", Metadata.Empty.ToString());
    }

    [Fact]
    public void The_usual_entries_have_names()
    {
        Metadata metadata = Metadata.Create("correlation", "causation", "user");
        Assert.Equal(("correlation", "causation", "user"), (metadata.CorrelationId, metadata.CausationId, metadata.UserId));
        Assert.Equal("causationId=causation, correlationId=correlation, userId=user", metadata.ToString());
        Assert.Equal("user", metadata[Metadata.UserIdKey]);
    }

    [Fact]
    public void It_never_changes()
    {
        Metadata ann = Metadata.Create(userId: "ann");
        Metadata bob = ann.WithUserId("bob");
        Metadata more = ann.With("tenant", "a");
        Metadata less = more.WithUserId(null);
        Assert.Equal("userId=ann", ann.ToString());
        Assert.Equal("userId=bob", bob.ToString());
        Assert.Equal("tenant=a, userId=ann", more.ToString());
        Assert.Equal("tenant=a", less.ToString());
        Assert.Same(Metadata.Empty, less.With("tenant", null));
        Assert.Same(ann, ann.With("absent", null));
    }

    [Fact]
    public void Entries_are_ordered_by_key_however_they_came()
    {
        string[] keys = ["b", "B", "ä", "a", "aa", "", "10", "2"];
        Random random = new(1);
        string[] expected = [.. keys.Where(static k => k.Length > 0).Order(StringComparer.Ordinal)];
        for (int i = 0; i < 100; i++)
        {
            random.Shuffle(keys);
            Metadata metadata = keys.Where(static k => k.Length > 0).Aggregate(Metadata.Empty, static (m, k) => m.With(k, k));
            Assert.Equal(expected, metadata.Select(static e => e.Key));
            Assert.All(expected, key => Assert.Equal(key, metadata[key]));
            Assert.Equal(expected.Length, metadata.AsSpan().Length);
        }
    }

    [Fact]
    public void Two_are_equal_by_their_entries()
    {
        Metadata one = Metadata.Empty.With("a", "1").With("b", "2");
        Metadata same = Metadata.Empty.With("b", "2").With("a", "1");
        Assert.Equal(one, same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(one.With("a", "2")));
        Assert.False(one.Equals(one.With("c", "3")));
        Assert.False(one.With("a", null).With("c", "2").Equals(one.With("a", null)));
        Assert.False(one.Equals((Metadata?)null));
    }

    [Fact]
    public void Keys_are_not_empty()
    {
        Assert.Throws<ArgumentException>(() => Metadata.Empty.With("", "a"));
        Assert.Throws<ArgumentException>(() => Metadata.Empty.With(" ", "a"));
        Assert.Throws<ArgumentNullException>(() => Metadata.Empty.With(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => Metadata.Empty[null!]);
    }
}
