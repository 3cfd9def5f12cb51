using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Emits the module: the one class by which a host names the assembly's aggregates and queries.</summary>
internal static class ModuleEmitter
{
    public static GeneratedFile Emit(ModuleContentModel model, ModuleModel module)
    {
        SourceWriter writer = GeneratedFile.Begin();
        bool hasNamespace = module.Namespace.Length > 0;
        if (hasNamespace)
        {
            writer.Open("namespace " + module.Namespace);
        }

        writer.Line($"/// <summary>The aggregates and queries of the assembly {module.AssemblyName}: add it to the application that executes their commands.</summary>")
            .Line(GeneratedFile.GeneratedCode)
            .Open($"public sealed partial class {module.Name} : global::Cqrs.Gen.IModule")
            .Open($"private {module.Name}()")
            .Close()
            .Line()
            .Line($"static string global::Cqrs.Gen.IModule.ModuleName => {Literal.Of(module.AssemblyName)};")
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

        return new(module.AssemblyName, "Module", writer.ToString());
    }
}
