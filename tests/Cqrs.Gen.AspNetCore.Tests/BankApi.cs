using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bank;

/// <summary>A minimal API over the bank, told of its types by the generated resolver alone, and listening on a port of this machine.</summary>
public sealed class BankApi : IAsyncLifetime
{
    private WebApplication? _application;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(static o =>
        {
            o.SerializerOptions.TypeInfoResolverChain.Insert(0, BankModule.JsonTypeInfoResolver);
            o.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
            o.SerializerOptions.AllowDuplicateProperties = false;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
        });

        _application = builder.Build();
        _application.MapOpenApi();
        _application.MapPost("/commands", static (ICommand<BankAccount> command) => TypedResults.Ok(command));
        _application.MapPost("/deposits", static (DepositMoney command) => TypedResults.Ok(new MoneyDeposited(command.Amount, command.Amount)));
        _application.MapGet("/events", static () => TypedResults.Ok<IEvent<BankAccount>>(new AccountOpened("Ann", AccountKind.Savings, null)));
        _application.MapGet("/summary", static () => TypedResults.Ok(AccountSummary.Of("Ann", 1.50m)));
        await _application.StartAsync();
        Client.BaseAddress = new Uri(_application.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }
    }
}
