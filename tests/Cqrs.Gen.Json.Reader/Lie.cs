namespace Specimens;

/// <summary>What the reader does wrong on purpose, once in a thousand payloads.</summary>
public enum Lie
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It refuses what is read.</summary>
    Refuses,

    /// <summary>It reads another payload.</summary>
    ReadsAnother,

    /// <summary>It refuses elsewhere.</summary>
    RefusesElsewhere,

    /// <summary>It refuses for another reason.</summary>
    RefusesOtherwise,

    /// <summary>It throws another exception.</summary>
    Throws,

    /// <summary>It allocates 64 MB.</summary>
    Allocates,

    /// <summary>It computes for 100 ms.</summary>
    Computes,

    /// <summary>It never answers.</summary>
    Hangs,
}
