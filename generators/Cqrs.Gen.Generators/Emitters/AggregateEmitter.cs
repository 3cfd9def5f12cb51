using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits <c>.Aggregate</c>: who the aggregate is.</summary>
internal static class AggregateEmitter
{
    public static GeneratedFile Emit(IdentityModel model)
    {
        string contract = $"global::Cqrs.Gen.IAggregate<{model.Type.FullName}>";
        return GeneratedFile.ForPartial(model.Type, "Aggregate", contract, writer => writer
            .Line(GeneratedFile.GeneratedCode)
            .Line($"static string {contract}.AggregateName => {Literal.Of(model.Name)};")
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line($"static global::System.Type {contract}.Contract => typeof({model.Contract});"));
    }
}
