using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Aggregate</c>: who the aggregate is, commands to its <c>Handle</c> methods, events to its <c>Apply</c> methods.</summary>
internal static class AggregateEmitter
{
    public static GeneratedFile Emit(DeciderModel model)
    {
        string identity = $"global::Cqrs.Gen.IAggregate<{model.Type.FullName}>";
        string commands = $"global::Cqrs.Gen.ICommandHandler<{model.Type.FullName}>";
        string events = $"global::Cqrs.Gen.IEventHandler<{model.Type.FullName}>";
        return GeneratedFile.ForPartial(model.Type, "Aggregate", [identity, commands, events], writer =>
        {
            writer.Line(GeneratedFile.GeneratedCode)
                .Line($"static string {identity}.AggregateName => {Literal.Of(model.Name)};")
                .Line()
                .Line(GeneratedFile.GeneratedCode)
                .Line($"static global::System.Type {identity}.Contract => typeof({model.Contract});")
                .Line();
            DispatchEmitter.Write(writer, model, commands);
            writer.Line();
            ApplyEmitter.Write(writer, model, events);
        });
    }
}
