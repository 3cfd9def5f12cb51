namespace Cqrs.Gen;

/// <summary>Why a store cannot be used.</summary>
public enum StoreFault
{
    /// <summary>It cannot be used now: no server answers, the connection broke, all connections are in use, a disk failed. It may work again later.</summary>
    Unavailable,

    /// <summary>This program may not use it as it is set up: no such folder or database, a wrong password, a missing right. It stays so until somebody changes that.</summary>
    Misconfigured,

    /// <summary>Another process holds it for longer than the store waits.</summary>
    Locked,

    /// <summary>It can be read but not written.</summary>
    ReadOnly,

    /// <summary>It is not a store of this framework: another program's database, or no database at all. It was not touched.</summary>
    Foreign,

    /// <summary>A newer version of the framework wrote it. It was not touched.</summary>
    Newer,

    /// <summary>It is damaged.</summary>
    Corrupt,

    /// <summary>There is no room left to write.</summary>
    Full,

    /// <summary>It is set up, or built, in a way that can lose data.</summary>
    Unsafe,

    /// <summary>It is not open: this program closed it, or never opened it.</summary>
    Closed,

    /// <summary>It cannot hold what was to be appended, exactly as it is: too large, or refused by the database. Other appends are not affected.</summary>
    Refused,
}

/// <summary>The store cannot do its work. What was being appended was not recorded.</summary>
public sealed class StoreException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="fault">Why the store cannot be used.</param>
    /// <param name="message">What is wrong with which store, and what to do.</param>
    /// <param name="innerException">What the database said.</param>
    public StoreException(StoreFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>Why the store cannot be used.</summary>
    public StoreFault Fault { get; }
}
