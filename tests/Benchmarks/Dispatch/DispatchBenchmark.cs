using Microsoft.Extensions.DependencyInjection;

namespace Cqrs.Gen.Benchmarks;

/// <summary>From a command to its event, and from an event to the state, in memory.</summary>
internal static class DispatchBenchmark
{
    private const int Operations = 10_000;

    public static async Task RunAsync(Effort effort)
    {
        await using ServiceProvider services = new ServiceCollection().AddSingleton<BankAccount>().AddMediator().BuildServiceProvider();
        Mediator.Mediator mediator = services.GetRequiredService<Mediator.Mediator>();

        MessageLoops mixed = new(kinds: 3);
        MessageLoops deposits = new(kinds: 1);
        await effort.Loops("A command to its event: three kinds mixed").RunAsync(
            Contender.Loop("switch by hand", Operations, mixed.HandleByHand),
            Contender.Loop("switch by hand (control)", Operations, mixed.HandleByHand),
            Contender.Loop("Cqrs.Gen", Operations, mixed.HandleGenerated<BankAccount>),
            Contender.Loop("Mediator, any command", Operations, n => mixed.Send(mediator, n)));
        await effort.Loops("A command to its event: one kind").RunAsync(
            Contender.Loop("switch by hand", Operations, deposits.HandleByHand),
            Contender.Loop("switch by hand (control)", Operations, deposits.HandleByHand),
            Contender.Loop("Cqrs.Gen", Operations, deposits.HandleGenerated<BankAccount>),
            Contender.Loop("Mediator, any command", Operations, n => deposits.Send(mediator, n)),
            Contender.Loop("Mediator, type known at the call", Operations, n => deposits.SendDeposit(mediator, n)));
        await effort.Loops("An event to the state: three kinds mixed").RunAsync(
            Contender.Loop("switch by hand", Operations, mixed.ApplyByHand),
            Contender.Loop("switch by hand (control)", Operations, mixed.ApplyByHand),
            Contender.Loop("Cqrs.Gen", Operations, mixed.ApplyGenerated<BankAccount>),
            Contender.Loop("Mediator, as notifications", Operations, n => mixed.Publish(mediator, n)));
    }
}
