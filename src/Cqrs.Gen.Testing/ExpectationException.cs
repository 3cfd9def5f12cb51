namespace Cqrs.Gen.Testing;

/// <summary>
/// What a scenario promised did not come true. The message says first what differs, then shows expected and actual side by side; any
/// test runner shows it.
/// </summary>
public sealed class ExpectationException : Exception, IAssertionException
{
    internal ExpectationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>xunit tells a failed expectation from a broken test by an interface of this name, in whatever namespace.</summary>
internal interface IAssertionException;
