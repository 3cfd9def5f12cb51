namespace Cqrs.Gen;

/// <summary>
/// Executes commands: loads the aggregate, lets it decide, and records its events, the documents of its inline queries and, when due, a
/// snapshot in one transaction. Safe for use by any number of threads; commands on one aggregate run one after another, in the order in which
/// they arrived.
/// </summary>
/// <remarks>
/// A command does not wait for the one before it to be recorded: it is decided on the state that this one leads to, and recorded after it, often in the same
/// transaction. No caller hears of anything that is not recorded, nor of an answer that stands on it; should an append fail, the commands behind it are decided again on what is.
/// When the aggregate changed between loading and appending (another process appended), the command is decided again on the new state, up to
/// the configured number of attempts. A handler may therefore run more than once for one command, and on a state that is not recorded in the end; what it does
/// outside the aggregate must bear that. A handler must not execute a command on the same aggregate: it would wait for
/// itself, and gets an <see cref="InvalidOperationException"/> instead. Nor should handlers execute commands on other aggregates, whose handlers may do the
/// same the other way round: they would wait for each other for as long as no cancellation token ends it.
/// </remarks>
public interface ICommandBus
{
    /// <summary>Executes a command; the aggregate follows from the command's type.</summary>
    /// <typeparam name="TAggregate">The type by which the command names its aggregate: the class, or its <see cref="AggregateAttribute.Contract"/>.</typeparam>
    /// <param name="aggregateId">The aggregate's id: 1 to 512 characters, without NUL and halves of surrogate pairs; upper and lower case differ.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The command's id, the version the caller decided upon, metadata; all optional.</param>
    /// <param name="cancellationToken">Gives up while nothing is recorded yet; handed to handlers that take one.</param>
    /// <returns>What became of it: the events with the aggregate's new version, or the <see cref="UserError"/> that refused it.</returns>
    /// <exception cref="ArgumentException">The id, the command id or the expected version is out of range, or a snapshot is asked for where there are none.</exception>
    /// <exception cref="CompositionException">The aggregate's module was not added, or a handler's service is not registered.</exception>
    /// <exception cref="CommandNotHandledException">The aggregate has no handler for the command.</exception>
    /// <exception cref="ConcurrencyException">The aggregate is not at the expected version, or changed under every attempt. Nothing was recorded.</exception>
    /// <exception cref="OverloadedException">Too many commands on this kind of aggregate are being executed or wait. Nothing was recorded.</exception>
    /// <exception cref="StreamException">The aggregate's stream cannot be read.</exception>
    /// <exception cref="PayloadException">An event, a document or the metadata holds a value that cannot be stored exactly. Nothing was recorded.</exception>
    /// <exception cref="StoreException">The store cannot be used. Nothing was recorded.</exception>
    /// <exception cref="OutcomeUnknownException">The store broke while committing; execute the command again with the same id.</exception>
    /// <exception cref="OperationCanceledException">The execution was given up. Nothing was recorded.</exception>
    ValueTask<CommandResult> ExecuteAsync<TAggregate>(
        string aggregateId,
        ICommand<TAggregate> command,
        CommandOptions options = default,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Executes a command of which only the aggregate is known, such as one that was read by <see cref="ICommandSerializer{TSelf}.ReadCommand"/>.
    /// Otherwise the same as <see cref="ExecuteAsync{TAggregate}(string, ICommand{TAggregate}, CommandOptions, CancellationToken)"/>.
    /// </summary>
    /// <typeparam name="TAggregate">The type by which the aggregate's commands name it: the class, or its <see cref="AggregateAttribute.Contract"/>.</typeparam>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The command's id, the version the caller decided upon, metadata; all optional.</param>
    /// <param name="cancellationToken">Gives up while nothing is recorded yet.</param>
    ValueTask<CommandResult> ExecuteAsync<TAggregate>(
        string aggregateId,
        ICommand command,
        CommandOptions options = default,
        CancellationToken cancellationToken = default);
}
