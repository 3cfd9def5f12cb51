using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the way from events to an aggregate's <c>Apply</c> methods.</summary>
internal static class ApplyEmitter
{
    public static void Write(SourceWriter writer, DeciderModel model, string contract)
    {
        string self = model.Type.FullName;
        string first = ApplierWriter.FirstState(model.InitialState, model.Name);
        writer.Line(GeneratedFile.GeneratedCode)
            .Open($"static {self} {contract}.Apply({self}? state, global::Cqrs.Gen.IEvent e)")
            .Open("switch (e)");
        foreach (ApplierModel applier in model.Appliers)
        {
            ApplierWriter.WriteCase(writer, applier, self, "state", first);
        }

        foreach (string stateless in model.StatelessEvents)
        {
            writer.Line($"case {stateless}:").Continued($"return state ?? {first};");
        }

        writer.Line("default:")
            .Continued($"throw new global::Cqrs.Gen.EventNotAppliedException({Literal.Of(model.Name)}, e.GetType());")
            .Close()
            .Close();
    }
}
