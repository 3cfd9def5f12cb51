namespace Cqrs.Gen;

/// <content>Times.</content>
public ref partial struct PayloadScanner
{
    /// <summary>Takes a date and time.</summary>
    /// <param name="value">The date and time.</param>
    public bool ReadDateTime(out DateTime value)
    {
        value = default;
        return ReadPlain(out ReadOnlySpan<byte> text) && MomentText.TryParse(text, out value);
    }

    /// <inheritdoc cref="ReadDateTime"/>
    public bool ReadDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        return ReadPlain(out ReadOnlySpan<byte> text) && MomentText.TryParse(text, out value);
    }

    /// <summary>Takes a date.</summary>
    /// <param name="value">The date.</param>
    public bool ReadDateOnly(out DateOnly value)
    {
        value = default;
        return ReadPlain(out ReadOnlySpan<byte> text) && MomentText.TryParse(text, out value);
    }

    /// <summary>Takes a time of day.</summary>
    /// <param name="value">The time.</param>
    public bool ReadTimeOnly(out TimeOnly value)
    {
        value = default;
        return ReadPlain(out ReadOnlySpan<byte> text) && ValueText.TryParse(text, out value);
    }

    /// <summary>Takes a span of time.</summary>
    /// <param name="value">The span.</param>
    public bool ReadTimeSpan(out TimeSpan value)
    {
        value = default;
        return ReadPlain(out ReadOnlySpan<byte> text) && ValueText.TryParse(text, out value);
    }
}
