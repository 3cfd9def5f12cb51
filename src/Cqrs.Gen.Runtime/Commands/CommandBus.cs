using System.Collections.Frozen;

namespace Cqrs.Gen;

internal sealed class CommandBus(FrozenDictionary<Type, CommandExecutor> executors) : ICommandBus
{
    public ValueTask<CommandResult> ExecuteAsync<TAggregate>(
        string aggregateId,
        ICommand<TAggregate> command,
        CommandOptions options,
        CancellationToken cancellationToken) =>
        ExecuteAsync<TAggregate>(aggregateId, (ICommand)command, options, cancellationToken);

    public ValueTask<CommandResult> ExecuteAsync<TAggregate>(string aggregateId, ICommand command, CommandOptions options, CancellationToken cancellationToken)
    {
        Identifiers.Demand(aggregateId);
        ArgumentNullException.ThrowIfNull(command);
        if (options.CommandId is { } commandId)
        {
            Identifiers.Demand(commandId);
        }

        if (options.ExpectedVersion is { } expectedVersion)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        }

        return executors.TryGetValue(typeof(TAggregate), out CommandExecutor? executor)
            ? executor.ExecuteAsync(aggregateId, command, options, cancellationToken)
            : throw Missing<TAggregate>(command);
    }

    private static CompositionException Missing<TAggregate>(ICommand command) => new(
        $"{command.GetType()} is a command of {typeof(TAggregate)}, which is in no module that was added. " +
        $"Add the generated module class of the assembly with the aggregate, such as cqrs.AddModule<…Module>().");
}
