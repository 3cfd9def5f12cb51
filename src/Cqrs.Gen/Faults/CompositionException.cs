namespace Cqrs.Gen;

/// <summary>The application is put together wrongly: a module that was not added, a service that is missing, a name that two modules claim.</summary>
public sealed class CompositionException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public CompositionException(string message)
        : base(message)
    {
    }

    /// <summary>The fault of a handler whose service is not registered.</summary>
    /// <param name="service">The service that the handler asks for.</param>
    /// <param name="handler">The handler, such as <c>BankAccount.Handle(WriteCheck)</c>.</param>
    public static CompositionException MissingService(Type service, string handler)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new($"{handler} needs the service {service}, which is not registered. Register it where the application adds its services.");
    }
}
