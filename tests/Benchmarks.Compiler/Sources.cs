using System.Text;

namespace Cqrs.Gen.Benchmarks.Compiler;

/// <summary>The same domain for each contender: parts of ten events and five commands, a file each.</summary>
internal static class Sources
{
    private const int Events = 10;
    private const int Commands = 5;

    /// <summary>A file that has nothing to do with the domain; an edit changes one line in the body of a method.</summary>
    public static string Unrelated(bool isEdited) => $$"""
        namespace Domain;

        public static class Unrelated
        {
            public static int Count(int from) => from + {{(isEdited ? 2 : 1)}};
        }
        """;

    public static string Aggregate(int part, bool isEdited)
    {
        StringBuilder text = Begin("using Cqrs.Gen;", part);
        WriteEvents(text, " : IEvent<Account>", isEdited);
        for (int i = 0; i < Commands; i++)
        {
            text.AppendLine($"public sealed record Do{i}(string Note, decimal Amount) : ICommand<Account>;");
        }

        text.AppendLine($"[Aggregate(\"account-{part}\")] public sealed partial class Account {{ public decimal Balance {{ get; private set; }}");
        for (int i = 0; i < Commands; i++)
        {
            text.AppendLine($"    Decision<Account> Handle(Do{i} c) => [{Made(i * 2, isEdited)}, {Made((i * 2) + 1, isEdited: false)}];");
        }

        for (int i = 0; i < Events; i++)
        {
            text.AppendLine($"    void Apply(Done{i} e) => Balance += e.Amount;");
        }

        return text.AppendLine("}").ToString();
    }

    public static string JsonContext(int part, bool isEdited)
    {
        StringBuilder text = Begin("using System.Text.Json.Serialization;", part);
        WriteEvents(text, "", isEdited);
        for (int i = 0; i < Events; i++)
        {
            text.AppendLine($"[JsonSerializable(typeof(Done{i}))]");
        }

        return text.AppendLine($"public sealed partial class Context{part} : JsonSerializerContext;").ToString();
    }

    public static string Handlers(int part, bool isEdited)
    {
        StringBuilder text = Begin("using System.Threading; using System.Threading.Tasks; using Mediator;", part);
        for (int i = 0; i < Commands; i++)
        {
            text.AppendLine($"public sealed record Do{i}(string Note, decimal Amount{(isEdited && i == 0 ? ", int Added" : "")}) : IRequest<decimal>;");
            text.AppendLine($"public sealed class Handler{i} : IRequestHandler<Do{i}, decimal> {{ public ValueTask<decimal> Handle(Do{i} c, CancellationToken token) => new(c.Amount); }}");
        }

        return text.ToString();
    }

    private static StringBuilder Begin(string usings, int part) => new StringBuilder(usings).AppendLine().AppendLine($"namespace Domain.Part{part};");

    private static void WriteEvents(StringBuilder text, string contract, bool isEdited)
    {
        for (int i = 0; i < Events; i++)
        {
            text.AppendLine($"public sealed record Done{i}(string Note, decimal Amount, System.Guid Reference{(isEdited && i == 0 ? ", int Added" : "")}){contract};");
        }
    }

    private static string Made(int e, bool isEdited) => $"new Done{e}(c.Note, c.Amount, System.Guid.Empty{(isEdited && e == 0 ? ", 1" : "")})";
}
