using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Cqrs.Gen;

/// <summary>Executes the commands of one kind of aggregate, and shows what it does to whoever listens.</summary>
internal abstract class CommandExecutor(string aggregateName, CommandEnvironment environment)
{
    private readonly string _activityName = "execute " + aggregateName;

    protected string AggregateName => aggregateName;

    protected CommandEnvironment Environment => environment;

    public ValueTask<CommandResult> ExecuteAsync(string aggregateId, ICommand command, in CommandOptions options, CancellationToken cancellationToken)
    {
        return Instruments.Activities.HasListeners() || environment.Instruments.MeasuresDuration
            ? ExecuteObservedAsync(aggregateId, command, options, cancellationToken)
            : ExecuteInTurnAsync(aggregateId, command, options, cancellationToken);
    }

    protected abstract ValueTask<CommandResult> ExecuteInTurnAsync(
        string aggregateId,
        ICommand command,
        CommandOptions options,
        CancellationToken cancellationToken);

    private static string Outcome(in CommandResult result) =>
        result.IsRepeat ? "repeat" : !result.IsSuccess ? "refused" : result.Position == 0 ? "unchanged" : "accepted";

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<CommandResult> ExecuteObservedAsync(string aggregateId, ICommand command, CommandOptions options, CancellationToken cancellationToken)
    {
        string type = command.GetType().ToString();
        using Activity? activity = Start(aggregateId, type);
        long start = Stopwatch.GetTimestamp();
        try
        {
            CommandResult result = await ExecuteInTurnAsync(aggregateId, command, options, cancellationToken).ConfigureAwait(false);
            string outcome = Outcome(result);
            environment.Instruments.CommandEnded(aggregateName, type, outcome, null, Stopwatch.GetElapsedTime(start));
            if (activity is { IsAllDataRequested: true })
            {
                Describe(activity, result, outcome);
            }

            return result;
        }
        catch (Exception e)
        {
            string error = e.GetType().FullName!;
            environment.Instruments.CommandEnded(aggregateName, type, "failed", error, Stopwatch.GetElapsedTime(start));
            activity?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
    }

    private Activity? Start(string aggregateId, string type)
    {
        Activity? activity = Instruments.Activities.StartActivity(_activityName);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(Instruments.AggregateTag, aggregateName);
            activity.SetTag("cqrs.aggregate.id", aggregateId);
            activity.SetTag("cqrs.command.type", type);
        }

        return activity;
    }

    private static void Describe(Activity activity, in CommandResult result, string outcome)
    {
        activity.SetTag("cqrs.command.id", result.CommandId);
        activity.SetTag("cqrs.command.outcome", outcome);
        activity.SetTag("cqrs.aggregate.version", result.Version);
        if (result.Error is { } error)
        {
            activity.SetTag("cqrs.error.code", error.Code);
        }
    }
}
