using System.Reflection;
using System.Text;

namespace Cqrs.Gen.Generators.Tests;

/// <summary>Calls the generated half of a query in a loaded assembly.</summary>
internal abstract class QueryProbe
{
    public abstract string Name { get; }

    public abstract QueryConsistency Consistency { get; }

    public abstract IReadOnlyList<EventSource> Sources { get; }

    public static QueryProbe Of(Assembly assembly, string type) => (QueryProbe)Activator.CreateInstance(
        typeof(Typed<>).MakeGenericType(assembly.GetType(type, throwOnError: true)!))!;

    public abstract bool Consumes(object e);

    public abstract IReadOnlyList<string> Keys(object e);

    public abstract object? Apply(object? document, object e);

    public abstract string WriteState(object document);

    private sealed class Typed<T> : QueryProbe
        where T : class, IQuery<T>
    {
        public override string Name => T.QueryName;

        public override QueryConsistency Consistency => T.Consistency;

        public override IReadOnlyList<EventSource> Sources => T.Sources.ToArray();

        public override bool Consumes(object e) => T.Consumes((IEvent)e);

        public override IReadOnlyList<string> Keys(object e)
        {
            List<string> keys = [];
            T.AddKeys((IEvent)e, Context(e), keys);
            return keys;
        }

        public override object? Apply(object? document, object e) => T.Apply((T?)document, (IEvent)e, Context(e));

        public override string WriteState(object document)
        {
            using PayloadWriter output = new();
            T.WriteState((T)document, output);
            return Encoding.UTF8.GetString(output.Written.Span);
        }

        private static EventContext Context(object e) => new("counter", "id-1", 3, null, Guid.Empty, DateTimeOffset.UnixEpoch, Metadata.Empty, (IEvent)e);
    }
}
