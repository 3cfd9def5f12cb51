using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <summary>
/// A refusal that the user of the application caused and can understand: a stable code for programs, a message for people, and the
/// values it speaks of. It is a value, never an exception.
/// </summary>
[JsonConverter(typeof(UserErrorJsonConverter))]
public sealed class UserError : IEquatable<UserError>
{
    /// <summary>The code of the refusal to create an aggregate that exists.</summary>
    public const string AggregateAlreadyExistsCode = "aggregate-already-exists";

    /// <summary>The code of the refusal of a command to an aggregate that does not exist.</summary>
    public const string AggregateNotFoundCode = "aggregate-not-found";

    private readonly KeyValuePair<string, UserErrorValue>[] _parameters;

    internal UserError(string code, string message, KeyValuePair<string, UserErrorValue>[] parameters)
    {
        Code = code;
        Message = message;
        _parameters = parameters;
    }

    /// <summary>What programs tell errors apart by, such as <c>insufficient-funds</c>. Never empty.</summary>
    public string Code { get; }

    /// <summary>What people read.</summary>
    public string Message { get; }

    /// <summary>The values the message speaks of, by name, in the order in which they were given.</summary>
    public IReadOnlyList<KeyValuePair<string, UserErrorValue>> Parameters => _parameters;

    /// <summary>Creates an error.</summary>
    /// <param name="code">What programs tell errors apart by; not empty.</param>
    /// <param name="message">What people read.</param>
    /// <param name="parameters">The values the message speaks of, such as <c>("balance", balance)</c>. Names are not empty and not repeated.</param>
    /// <exception cref="ArgumentException">The code or a name is empty, or a name is repeated.</exception>
    public static UserError Create(string code, string message, params ReadOnlySpan<(string Name, UserErrorValue Value)> parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(message);
        var pairs = new KeyValuePair<string, UserErrorValue>[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            (string name, UserErrorValue value) = parameters[i];
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(parameters));
            for (int j = 0; j < i; j++)
            {
                if (pairs[j].Key == name)
                {
                    throw new ArgumentException($"The parameter \"{name}\" of the error \"{code}\" is given twice.", nameof(parameters));
                }
            }

            pairs[i] = new(name, value);
        }

        return new(code, message, pairs);
    }

    /// <summary>The refusal of a command that creates an aggregate that exists.</summary>
    /// <param name="aggregateName">The aggregate's persisted name.</param>
    /// <param name="aggregateId">The aggregate's id.</param>
    public static UserError AggregateAlreadyExists(string aggregateName, string aggregateId) =>
        Create(AggregateAlreadyExistsCode, $"The {aggregateName} \"{aggregateId}\" exists already.", ("aggregate", aggregateName), ("id", aggregateId));

    /// <summary>The refusal of a command to an aggregate that does not exist.</summary>
    /// <param name="aggregateName">The aggregate's persisted name.</param>
    /// <param name="aggregateId">The aggregate's id.</param>
    public static UserError AggregateNotFound(string aggregateName, string aggregateId) =>
        Create(AggregateNotFoundCode, $"There is no {aggregateName} \"{aggregateId}\".", ("aggregate", aggregateName), ("id", aggregateId));

    /// <inheritdoc/>
    public bool Equals(UserError? other)
    {
        if (other is null || Code != other.Code || Message != other.Message || _parameters.Length != other._parameters.Length)
        {
            return false;
        }

        for (int i = 0; i < _parameters.Length; i++)
        {
            if (_parameters[i].Key != other._parameters[i].Key || _parameters[i].Value != other._parameters[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UserError);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Message, _parameters.Length);

    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
