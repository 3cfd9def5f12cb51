using Bank;
using Cqrs.Gen.Storage;
using Microsoft.Extensions.DependencyInjection;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class HandlerServiceTests
{
    [Fact]
    public async Task Each_decision_has_a_scope_of_its_own_that_ends_before_anything_is_recorded()
    {
        List<ScopedPrinter> printers = [];
        await using MemoryEventStorage memory = new();
        ObservedStorage storage = new(memory, closes: false);
        await using ServiceProvider provider = Provider(storage, printers);
        ICommandBus bank = provider.GetRequiredService<ICommandBus>();
        await bank.ExecuteAsync("a", new OpenAccount("Ann"));
        await bank.ExecuteAsync("a", new DepositMoney(10m));
        List<bool> disposedAtAppend = [];
        storage.BeforeAppend = () =>
        {
            disposedAtAppend.Add(printers[^1].IsDisposed);
            return Task.CompletedTask;
        };

        await bank.ExecuteAsync("a", new WriteCheck("1", 4m));
        await bank.ExecuteAsync("a", new WriteCheck("2", 4m));
        CommandResult refused = await bank.ExecuteAsync("a", new WriteCheck("13", 1m));

        Assert.Equal(["1", "2", "13"], printers.SelectMany(p => p.Printed));
        Assert.All(printers, p => Assert.True(p.IsDisposed));
        Assert.Equal([true, true], disposedAtAppend);
        Assert.Equal("check-refused", refused.Error?.Code);
    }

    [Fact]
    public async Task A_scope_that_cannot_be_ended_fails_the_command_and_records_nothing()
    {
        await using MemoryEventStorage memory = new();
        List<ScopedPrinter> printers = [];
        await using ServiceProvider provider = Provider(new(memory, closes: false), printers);
        ICommandBus bank = provider.GetRequiredService<ICommandBus>();
        await bank.ExecuteAsync("a", new OpenAccount("Ann"));
        await bank.ExecuteAsync("a", new DepositMoney(10m));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await bank.ExecuteAsync("a", new WriteCheck("undisposable", 4m)));

        Assert.Equal(10m, (await provider.GetRequiredService<IAggregateReader>().GetAsync<BankAccount>("a"))!.Payload.Balance);
    }

    [Fact]
    public async Task A_handler_gets_the_callers_cancellation_and_leaves_nothing_behind()
    {
        await using TestStore store = new(StoreKind.Memory);
        HeldPause pause = new();
        CqrsApplication application = store.Start(c => c.AddService<IPause>(pause));
        using CancellationTokenSource impatience = new();
        Task<CommandResult> slow = application.Commands.ExecuteAsync("a", new AddSlowly(1), cancellationToken: impatience.Token).AsTask();
        await pause.Entered;

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        Assert.Empty(await store.ReadLogAsync());
        Assert.Equal(1, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    private static ServiceProvider Provider(ObservedStorage storage, List<ScopedPrinter> printers)
    {
        ServiceCollection services = new();
        services.AddScoped<ICheckPrinter>(_ =>
        {
            ScopedPrinter printer = new();
            printers.Add(printer);
            return printer;
        });
        services.AddCqrs(c => c.AddModule<TestsModule>().UseStorage(() => storage));
        return services.BuildServiceProvider(validateScopes: true);
    }

    private sealed class ScopedPrinter : ICheckPrinter, IAsyncDisposable
    {
        public List<string> Printed { get; } = [];

        public bool IsDisposed { get; private set; }

        public async ValueTask<bool> PrintAsync(string number, decimal amount, CancellationToken cancellationToken)
        {
            await Task.Yield();
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            Printed.Add(number);
            return number != "13";
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return Printed.Contains("undisposable") ? throw new InvalidOperationException("stuck") : ValueTask.CompletedTask;
        }
    }
}
