using Cqrs.Gen.Generators.Writing;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Emitters;

/// <summary>Writes the way from commands to <c>Handle</c> methods.</summary>
internal static class DispatchEmitter
{
    public static void Write(SourceWriter writer, DeciderModel model, string contract)
    {
        bool requiresServices = model.Handlers.Any(static h => h.Parameters.Any(static p => p.Kind == ParameterKind.Service));
        writer.Line(GeneratedFile.GeneratedCode)
            .Line($"static bool {contract}.RequiresServices => {(requiresServices ? "true" : "false")};")
            .Line()
            .Line(GeneratedFile.GeneratedCode)
            .Line($"static global::System.Threading.Tasks.ValueTask<global::Cqrs.Gen.Decision> {contract}.HandleAsync(")
            .Continued($"{model.Type.FullName}? state,")
            .Continued("global::Cqrs.Gen.ICommand command,")
            .Continued("in global::Cqrs.Gen.AggregateContext context,")
            .Continued("global::System.IServiceProvider services,")
            .Open("    global::System.Threading.CancellationToken cancellationToken)")
            .Open("switch (command)");
        foreach (HandlerModel handler in model.Handlers)
        {
            writer.Line($"case {handler.Command} c:").Indent();
            WriteCase(writer, model, handler);
            writer.Outdent();
        }

        writer.Line("default:")
            .Continued($"throw new global::Cqrs.Gen.CommandNotHandledException({Literal.Of(model.Name)}, command.GetType());")
            .Close()
            .Close();
    }

    private static void WriteCase(SourceWriter writer, DeciderModel model, HandlerModel handler)
    {
        bool hasServices = handler.Parameters.Any(static p => p.Kind == ParameterKind.Service);
        if (hasServices)
        {
            writer.Line("{").Indent();
        }

        WriteExistence(writer, model, handler);
        List<string> arguments = [];
        foreach (ParameterModel parameter in handler.Parameters)
        {
            arguments.Add(Argument(writer, model, handler, parameter));
        }

        string target = handler.IsStatic ? model.Type.FullName : "state";
        writer.Line($"return {Wrap(handler, $"{target}.Handle({string.Join(", ", arguments)})")};");
        if (hasServices)
        {
            writer.Outdent().Line("}");
        }
    }

    private static void WriteExistence(SourceWriter writer, DeciderModel model, HandlerModel handler)
    {
        const string refuse = "return new(global::Cqrs.Gen.Decision.Refuse(global::Cqrs.Gen.UserError.";
        if (handler.IsStatic)
        {
            writer.Open("if (state is not null)")
                .Line(refuse + "AggregateAlreadyExists(context.AggregateName, context.AggregateId)));")
                .Close()
                .Line();
        }
        else if (model.IsCreatedByCommand || model.InitialState is null)
        {
            writer.Open("if (state is null)")
                .Line(refuse + "AggregateNotFound(context.AggregateName, context.AggregateId)));")
                .Close()
                .Line();
        }
        else
        {
            writer.Line($"state ??= {model.InitialState};").Line();
        }
    }

    private static string Argument(SourceWriter writer, DeciderModel model, HandlerModel handler, ParameterModel parameter)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Message: return "c";
            case ParameterKind.Context: return "context";
            case ParameterKind.CancellationToken: return "cancellationToken";
        }

        // The user's own name, unless the method that is written here has a variable of that name.
        string name = parameter.Name is "state" or "command" or "context" or "services" or "cancellationToken" or "c" ? parameter.Name + "Service" : parameter.Name;
        if (parameter.IsOptional)
        {
            writer.Line($"{parameter.Type}? {name} = services.GetService(typeof({parameter.Type})) as {parameter.Type};").Line();
        }
        else
        {
            string handlerName = $"{model.Type.Name}.Handle({handler.CommandName})";
            writer.Open($"if (services.GetService(typeof({parameter.Type})) is not {parameter.Type} {name})")
                .Line($"throw global::Cqrs.Gen.CompositionException.MissingService(typeof({parameter.Type}), {Literal.Of(handlerName)});")
                .Close()
                .Line();
        }

        return name;
    }

    private static string Wrap(HandlerModel handler, string call)
    {
        if (handler.Awaits == HandlerAwait.Nothing)
        {
            return handler.Returns == HandlerReturn.Decision ? $"new({call}.Untyped)" : $"new(global::Cqrs.Gen.Decision.Of({call}))";
        }

        string await = handler.Returns == HandlerReturn.Decision ? "Await" : "AwaitEvent";
        string pending = handler.Awaits == HandlerAwait.Task ? $"new({call})" : call;
        string typeArgument = handler.Awaits == HandlerAwait.Task ? $"<{handler.ResultType}>" : "";
        return $"global::Cqrs.Gen.Decision.{await}{typeArgument}({pending})";
    }
}
