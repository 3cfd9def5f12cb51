namespace Cqrs.Gen;

/// <summary>
/// The base of all faults of the framework: what broke, as opposed to what the user of the application did wrong, which is a
/// <see cref="UserError"/>. Each kind is a class of its own.
/// </summary>
public abstract class CqrsException : Exception
{
    private protected CqrsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
