using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads the parameters of <c>Handle</c>, <c>Apply</c> and <c>Key</c> methods: the message first, then what else the method asks for.</summary>
internal static class ParameterReader
{
    /// <summary>Which parameters a kind of method may have after the message.</summary>
    [Flags]
    public enum Allowed
    {
        None = 0,
        AggregateContext = 1,
        EventContext = 2,
        CancellationToken = 4,
        Services = 8,
    }

    /// <summary>The parameters, or null with a reason.</summary>
    public static EquatableArray<ParameterModel>? Read(IMethodSymbol method, Allowed allowed, out string? reason)
    {
        List<ParameterModel> parameters = new(method.Parameters.Length);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                reason = $"its parameter \"{parameter.Name}\" is passed by reference; pass it by value";
                return null;
            }

            if (parameter.IsParams)
            {
                reason = $"its parameter \"{parameter.Name}\" is a params parameter; name each service";
                return null;
            }

            if (parameters.Count > 0 && Misplaced(parameter) is { } misplaced)
            {
                reason = $"its parameter \"{parameter.Name}\" {misplaced}";
                return null;
            }

            if (Bind(parameter, parameters.Count == 0, allowed) is not { } bound)
            {
                reason = $"its parameter \"{parameter.Name}\" of type {parameter.Type.ShortName()} is not one that it may have: {Describe(allowed)}";
                return null;
            }

            parameters.Add(bound);
        }

        reason = null;
        return parameters.ToEquatableArray();
    }

    private static ParameterModel? Bind(IParameterSymbol parameter, bool isFirst, Allowed allowed)
    {
        bool isIn = parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter;
        ITypeSymbol type = parameter.Type;
        if (isFirst)
        {
            return new(ParameterKind.Message, "", "", false, isIn);
        }

        if (type.IsSystem("CancellationToken", 0, "System", "Threading"))
        {
            return allowed.HasFlag(Allowed.CancellationToken) ? new(ParameterKind.CancellationToken, "", "", false, isIn) : null;
        }

        if (type.IsContract("AggregateContext"))
        {
            return allowed.HasFlag(Allowed.AggregateContext) ? new(ParameterKind.Context, "", "", false, isIn) : null;
        }

        if (type.IsContract("EventContext"))
        {
            return allowed.HasFlag(Allowed.EventContext) ? new(ParameterKind.Context, "", "", false, isIn) : null;
        }

        bool canBeService = type is INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class or TypeKind.Delegate, SpecialType: SpecialType.None };
        return allowed.HasFlag(Allowed.Services) && canBeService
            ? new(ParameterKind.Service, TypeNames.Escaped(parameter.Name), type.WithNullableAnnotation(NullableAnnotation.None).FullName(), parameter.NullableAnnotation == NullableAnnotation.Annotated, isIn)
            : null;
    }

    /// <summary>Why a parameter, although of a type that a service may have, is none; or null.</summary>
    private static string? Misplaced(IParameterSymbol parameter)
    {
        ITypeSymbol type = parameter.Type;
        return type.FindAttribute("AggregateAttribute") is not null ? $"is the aggregate {type.ShortName()}, which no container holds; it is changed by sending it a command"
            : type.FindAttribute("QueryAttribute") is not null ? $"is the query {type.ShortName()}, which no container holds; take an IQueryReader and ask it"
            : IsMessage(type, MessageKind.Command) ? $"is a second command, {type.ShortName()}; a handler takes one"
            : IsMessage(type, MessageKind.Event) ? $"is the event {type.ShortName()}; a handler takes a command and returns events"
            : parameter.GetAttributes().Any(static a => a.AttributeClass?.IsSystem("FromKeyedServicesAttribute", 0, "Microsoft", "Extensions", "DependencyInjection") == true)
                ? "asks for its service by a key, which is not looked at; give the keyed service a type of its own"
            : null;
    }

    private static bool IsMessage(ITypeSymbol type, MessageKind kind) =>
        type.IsMessage(kind) || type.IsContract(kind == MessageKind.Event ? "IEvent" : "ICommand", arity: 1);

    private static string Describe(Allowed allowed) => allowed switch
    {
        Allowed.None => "it takes the event and nothing else",
        Allowed.EventContext => "it takes the event and, if wanted, the EventContext",
        _ => "after the command it may take services (interfaces or classes), the AggregateContext and a CancellationToken",
    };
}
