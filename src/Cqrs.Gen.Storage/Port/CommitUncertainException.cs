namespace Cqrs.Gen.Storage;

/// <summary>
/// A store broke between being asked to commit and answering, and could not find out by itself what happened. The <see cref="EventStore"/> resolves it by asking for the
/// commands' outcomes, and otherwise reports <see cref="OutcomeUnknownException"/>.
/// </summary>
/// <remarks>A store that answers the question afterwards vouches for the answer: what it does not find then was not recorded and never will be. If it cannot, it throws.</remarks>
public sealed class CommitUncertainException : Exception
{
    /// <summary>Creates the fault.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What the database said.</param>
    public CommitUncertainException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
