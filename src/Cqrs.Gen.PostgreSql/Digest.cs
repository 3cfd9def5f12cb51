namespace Cqrs.Gen.PostgreSql;

/// <summary>
/// What a replay needs of an event beside its sequence and its payload, in one number: the sum of its content (32 bits), its type (20 bits) and the version of its shape (12 bits).
/// </summary>
internal readonly record struct Digest(long Number)
{
    /// <summary>In place of the digest of an event whose type or version has no room in one.</summary>
    public const long None = 0;

    private const int VersionBits = 12;
    private const int TypeBits = 20;

    /// <summary>The sum of the event's content.</summary>
    public uint Sum => (uint)(Number >> 32);

    /// <summary>The number of the event's type.</summary>
    public int Type => (int)((uint)Number >> VersionBits);

    /// <summary>The version of the event's shape.</summary>
    public int Version => (int)Number & ((1 << VersionBits) - 1);

    /// <summary>The digest of an event, or <see cref="None"/>.</summary>
    public static long Of(int type, int version, uint sum) =>
        type < 1 << TypeBits && version is >= 0 and < 1 << VersionBits ? (long)sum << 32 | (long)type << VersionBits | (uint)version : None;
}
