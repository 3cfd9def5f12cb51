using System.Reflection;
using System.Text;

namespace Cqrs.Gen.Generators.Tests;

/// <summary>Calls the generated half of an aggregate in a loaded assembly.</summary>
internal abstract class AggregateProbe
{
    public abstract string Name { get; }

    public abstract Type Contract { get; }

    public abstract bool RequiresServices { get; }

    public abstract string Fingerprint { get; }

    public abstract IReadOnlyList<EventDescriptor> Events { get; }

    public static AggregateProbe Of(Assembly assembly, string type) => (AggregateProbe)Activator.CreateInstance(
        typeof(Typed<>).MakeGenericType(assembly.GetType(type, throwOnError: true)!))!;

    public abstract ValueTask<Decision> HandleAsync(object? state, object command, IServiceProvider? services = null);

    public abstract object Apply(object? state, object e);

    public abstract string WriteState(object state);

    public abstract object ReadState(string json);

    public abstract (EventDescriptor Descriptor, string Json) WriteEvent(object e);

    public abstract void WriteEvent(object e, PayloadWriter output);

    public object? ReadEvent(string name, int version, string json) => ReadEvent(name, version, Encoding.UTF8.GetBytes(json));

    public abstract object? ReadEvent(string name, int version, byte[] json);

    public abstract string WriteTypedEvent(object e);

    public abstract object ReadTypedEvent(string json);

    public abstract string WriteCommand(object command);

    public object ReadCommand(string json) => ReadCommand(Encoding.UTF8.GetBytes(json));

    public abstract object ReadCommand(byte[] json);

    private sealed class Typed<T> : AggregateProbe
        where T : class, IAggregate<T>
    {
        public override string Name => T.AggregateName;

        public override Type Contract => T.Contract;

        public override bool RequiresServices => T.RequiresServices;

        public override string Fingerprint => T.Fingerprint;

        public override IReadOnlyList<EventDescriptor> Events => T.Events.ToArray();

        public override ValueTask<Decision> HandleAsync(object? state, object command, IServiceProvider? services) => T.HandleAsync(
            (T?)state,
            (ICommand)command,
            new AggregateContext(T.AggregateName, "id-1", 7, "command-1", DateTimeOffset.UnixEpoch, Metadata.Empty),
            services ?? NoServices.Instance,
            CancellationToken.None);

        public override object Apply(object? state, object e) => T.Apply((T?)state, (IEvent)e);

        public override string WriteState(object state) => Written(output => T.WriteState((T)state, output));

        public override object ReadState(string json) => T.ReadState(Encoding.UTF8.GetBytes(json));

        public override (EventDescriptor, string) WriteEvent(object e)
        {
            EventDescriptor? descriptor = null;
            string json = Written(output => descriptor = T.WriteEvent((IEvent)e, output));
            return (descriptor!, json);
        }

        public override void WriteEvent(object e, PayloadWriter output) => T.WriteEvent((IEvent)e, output);

        public override object? ReadEvent(string name, int version, byte[] json) => T.ReadEvent(Encoding.UTF8.GetBytes(name), version, json);

        public override string WriteTypedEvent(object e) => Written(output => EventJson.Write<T>((IEvent)e, output));

        public override object ReadTypedEvent(string json) => EventJson.Read<T>(Encoding.UTF8.GetBytes(json));

        public override string WriteCommand(object command) => Written(output => T.WriteCommand((ICommand)command, output));

        public override object ReadCommand(byte[] json) => T.ReadCommand(json);

        private static string Written(Action<PayloadWriter> write)
        {
            using PayloadWriter output = new();
            write(output);
            return Encoding.UTF8.GetString(output.Written.Span);
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
