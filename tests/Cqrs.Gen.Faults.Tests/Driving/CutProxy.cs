using System.Net.Sockets;

namespace Cqrs.Gen.Faults;

/// <summary>Stands between a store and a server, on a Unix socket of its own, and cuts a connection where it is told to while an append goes over it.</summary>
internal sealed class CutProxy : IAsyncDisposable
{
    private const string SocketName = ".s.PGSQL.5432";
    private readonly TemporaryFolder _folder = new();
    private readonly UnixDomainSocketEndPoint _server;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private (Cut Cut, TaskCompletionSource Done)? _armed;
    private volatile bool _blocksNext;
    private volatile bool _isBlocked;

    /// <param name="serverFolder">The folder of the server's socket.</param>
    public CutProxy(string serverFolder)
    {
        _server = new(Path.Combine(serverFolder, SocketName));
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder.Path, SocketName)));
        _listener.Listen(64);
        _accepting = AcceptAsync();
    }

    /// <summary>The folder of the socket to connect to.</summary>
    public string Folder => _folder.Path;

    /// <summary>Cuts the connection of the next append.</summary>
    /// <param name="cut">Where.</param>
    /// <param name="thenBlocks">Whether new connections are closed at once from then on, until <see cref="Unblock"/>: the server cannot be asked.</param>
    /// <returns>Ends when it is cut.</returns>
    public Task CutAsync(Cut cut, bool thenBlocks = false)
    {
        _blocksNext = thenBlocks;
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _armed = (cut, done);
        }

        return done.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Lets new connections through again.</summary>
    public void Unblock() => _isBlocked = false;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _folder.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptAsync(_stop.Token);
                if (_isBlocked)
                {
                    client.Dispose();
                    continue;
                }

                connections.RemoveAll(static c => c.IsCompleted);
                connections.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using Socket near = client;
        using Socket far = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        Passage passage = new(this, near, far);
        try
        {
            await far.ConnectAsync(_server, _stop.Token);
            await Task.WhenAny(passage.RequestsAsync(_stop.Token), passage.RepliesAsync(_stop.Token));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The server is away, or the test ends.
        }
    }

    private (Cut Cut, TaskCompletionSource Done)? Take()
    {
        lock (_gate)
        {
            (Cut, TaskCompletionSource)? taken = _armed;
            _armed = null;
            return taken;
        }
    }

    /// <summary>One connection; it ends, on both sides, as soon as one of its directions does.</summary>
    private sealed class Passage(CutProxy proxy, Socket near, Socket far)
    {
        private readonly byte[] _request = new byte[65_536];
        private readonly byte[] _reply = new byte[65_536];
        private bool _appends;
        private (Cut Cut, TaskCompletionSource Done)? _cut;

        public async Task RequestsAsync(CancellationToken stop)
        {
            while (await ReceiveAsync(near, _request, stop) is > 0 and int length)
            {
                // The statement is sent in full once for each connection; the connection does nothing else from then on.
                _appends |= _request.AsSpan(0, length).IndexOf(".append("u8) >= 0;
                _cut = _appends ? proxy.Take() : null;
                int passes = _cut?.Cut switch { Cut.BeforeRequest => 0, Cut.WithinRequest => length / 2, _ => length };
                if (!await SendAsync(far, _request.AsMemory(0, passes), stop) || _cut?.Cut is Cut.BeforeRequest or Cut.WithinRequest or Cut.AfterRequest)
                {
                    break;
                }
            }

            End();
        }

        public async Task RepliesAsync(CancellationToken stop)
        {
            while (await ReceiveAsync(far, _reply, stop) is > 0 and int length)
            {
                int passes = _cut?.Cut switch { Cut.BeforeReply => 0, Cut.WithinReply => length / 2, _ => length };
                if (!await SendAsync(near, _reply.AsMemory(0, passes), stop) || _cut?.Cut is Cut.BeforeReply or Cut.WithinReply)
                {
                    break;
                }
            }

            End();
        }

        private void End()
        {
            proxy._isBlocked |= _cut is not null && proxy._blocksNext;
            near.Dispose();
            far.Dispose();
            _cut?.Done.TrySetResult();
        }

        private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> buffer, CancellationToken stop)
        {
            try
            {
                return await socket.ReceiveAsync(buffer, stop);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return 0; // closed by one side, or by the cut
            }
        }

        private static async Task<bool> SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken stop)
        {
            try
            {
                while (!bytes.IsEmpty)
                {
                    bytes = bytes[await socket.SendAsync(bytes, stop)..];
                }

                return true;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return false;
            }
        }
    }
}
