using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>The application's event store, opened by whoever needs it first. An attempt that failed leaves nothing behind; the next one starts anew.</summary>
internal sealed class StoreGate(Func<IEventStorage> create, Action<ILogger> announce, ILogger log) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile EventStore? _store;
    private volatile bool _isDisposed;

    public ValueTask<EventStore> GetAsync(CancellationToken cancellationToken) => 
        _store is { } store && !_isDisposed ? new(store) : OpenAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                if (_store is { } store)
                {
                    await store.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    private async ValueTask<EventStore> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isDisposed)
            {
                throw new StoreException(StoreFault.Closed, "The application was closed. Use its commands and queries only while it is running.");
            }

            if (_store is { } opened)
            {
                return opened;
            }

            EventStore store = new(create());
            try
            {
                await store.OpenAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await store.DisposeAsync().ConfigureAwait(false);
                throw;
            }

            _store = store;
            announce(log);
            return store;
        }
        finally
        {
            _opening.Release();
        }
    }
}
