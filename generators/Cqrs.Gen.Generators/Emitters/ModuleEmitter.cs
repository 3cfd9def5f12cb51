using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits the module: the one class by which a host names the assembly's aggregates and queries.</summary>
internal static class ModuleEmitter
{
    public static GeneratedFile Emit(ModuleContentModel model)
    {
        SourceWriter writer = GeneratedFile.Begin();
        bool hasNamespace = model.Module.Namespace.Length > 0;
        if (hasNamespace)
        {
            writer.Open("namespace " + model.Module.Namespace);
        }

        writer.Line($"/// <summary>The aggregates and queries of the assembly {model.Module.AssemblyName}: add it to the application that executes their commands.</summary>")
            .Line(GeneratedFile.GeneratedCode)
            .Open($"public sealed partial class {model.Module.Name} : global::Cqrs.Gen.IModule")
            .Open($"private {model.Module.Name}()")
            .Close()
            .Line()
            .Line($"static string global::Cqrs.Gen.IModule.ModuleName => {Literal.Of(model.Module.AssemblyName)};")
            .Line()
            .Open("static void global::Cqrs.Gen.IModule.Accept(global::Cqrs.Gen.IModuleVisitor visitor)");
        foreach (string aggregate in model.Aggregates)
        {
            writer.Line($"visitor.VisitAggregate<{aggregate}>();");
        }

        foreach (string query in model.Queries)
        {
            writer.Line($"visitor.VisitQuery<{query}>();");
        }

        writer.Close().Close();
        if (hasNamespace)
        {
            writer.Close();
        }

        return new(HintName.Of(model.Module.AssemblyName, "Module"), writer.ToString());
    }
}
