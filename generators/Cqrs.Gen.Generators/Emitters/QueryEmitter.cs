using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Query</c>: who the query is, which events it consumes, under which keys, and how.</summary>
internal static class QueryEmitter
{
    public static GeneratedFile Emit(QueryModel model) => GeneratedFile.ForPartial(
        model.Type,
        "Query",
        [$"global::Cqrs.Gen.IQuery<{model.Type.FullName}>"],
        writer =>
        {
            WriteIdentity(writer, model);
            WriteSources(writer, model);
            WriteKeys(writer, model);
            WriteApply(writer, model);
        });

    private static void WriteIdentity(SourceWriter writer, QueryModel model)
    {
        string contract = $"global::Cqrs.Gen.IQuery<{model.Type.FullName}>";
        writer.Line(GeneratedFile.GeneratedCode)
            .Line($"static string {contract}.QueryName => {Literal.Of(model.Name)};")
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line($"static global::Cqrs.Gen.QueryConsistency {contract}.Consistency => global::Cqrs.Gen.QueryConsistency.{(model.IsInline ? "Inline" : "Asynchronous")};")
            .Line();
    }

    private static void WriteSources(SourceWriter writer, QueryModel model)
    {
        string contract = Consumer(model);
        writer.Line(GeneratedFile.GeneratedCode)
            .Line("private static readonly global::Cqrs.Gen.EventSource[] CqrsEventSources =")
            .Line("[")
            .Indent();
        foreach (SourceModel source in model.Sources)
        {
            writer.Line($"new({Literal.Of(source.Aggregate)}, {Literal.Of(source.Event)}),");
        }

        string consumes = model.Appliers.Count == 0 ? "false" : "e is " + string.Join(" or ", model.Appliers.Select(static a => a.Event));
        writer.Outdent()
            .Line("];")
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line($"static global::System.ReadOnlySpan<global::Cqrs.Gen.EventSource> {contract}.Sources => CqrsEventSources;")
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line($"static bool {contract}.Consumes(global::Cqrs.Gen.IEvent e) =>")
            .Continued($"{consumes};")
            .Line();
    }

    private static void WriteKeys(SourceWriter writer, QueryModel model)
    {
        string contract = Consumer(model);
        writer.Line(GeneratedFile.GeneratedCode)
            .Line($"static bool {contract}.HasKeys => {(model.Keys.Count > 0 ? "true" : "false")};")
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line($"static void {contract}.AddKeys(")
            .Continued("global::Cqrs.Gen.IEvent e,")
            .Continued("in global::Cqrs.Gen.EventContext context,")
            .Open("    global::System.Collections.Generic.ICollection<string> keys)");
        if (model.Keys.Count == 0)
        {
            writer.Line("keys.Add(context.AggregateId);");
        }
        else
        {
            writer.Open("switch (e)");
            foreach (KeyModel key in model.Keys)
            {
                WriteKeyCase(writer, model, key);
            }

            writer.Line("default:").Continued(NotApplied(model)).Close();
        }

        writer.Close().Line();
    }

    private static void WriteKeyCase(SourceWriter writer, QueryModel model, KeyModel key)
    {
        string call = $"{model.Type.FullName}.Key({ApplierWriter.Arguments(key.Parameters)})";
        writer.Line($"case {key.Event} x:").Indent();
        if (key.IsMany)
        {
            writer.Open($"foreach (string key in {call})").Line("keys.Add(key);").Close().Line();
        }
        else
        {
            writer.Line($"keys.Add({call});");
        }

        writer.Line("break;").Outdent();
    }

    private static void WriteApply(SourceWriter writer, QueryModel model)
    {
        string self = model.Type.FullName;
        writer.Line(GeneratedFile.GeneratedCode)
            .Line($"static {self}? {Consumer(model)}.Apply(")
            .Continued($"{self}? document,")
            .Continued("global::Cqrs.Gen.IEvent e,")
            .Open("    in global::Cqrs.Gen.EventContext context)")
            .Open("switch (e)");
        string first = ApplierWriter.FirstState(model.InitialState, model.Name);
        foreach (ApplierModel applier in model.Appliers)
        {
            ApplierWriter.WriteCase(writer, applier, self, "document", first);
        }

        writer.Line("default:").Continued(NotApplied(model)).Close().Close();
    }

    private static string Consumer(QueryModel model) => $"global::Cqrs.Gen.IEventConsumer<{model.Type.FullName}>";

    private static string NotApplied(QueryModel model) =>
        $"throw new global::Cqrs.Gen.EventNotAppliedException({Literal.Of(model.Name)}, e.GetType());";
}
