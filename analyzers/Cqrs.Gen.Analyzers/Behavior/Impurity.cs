using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cqrs.Gen.Analyzers;

/// <summary>Operations whose result depends on more than the state and the message.</summary>
internal static class Impurity
{
    /// <summary>What the operation does, as a predicate, and of which kind that is; null if it is pure as far as can be seen.</summary>
    public static (string What, ImpurityKind Kind)? Of(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: false, IsConst: false } field } => ($"uses the static field '{field.ShortName()}', which can change", ImpurityKind.Value),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => OfProperty(property),
        IInvocationOperation { TargetMethod: { Name: "GetHashCode", ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Object } method } => OfHash(method),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => OfMethod(method),
        IObjectCreationOperation { Constructor: { } constructor } => OfConstructor(constructor),
        _ => null,
    };

    private static (string What, ImpurityKind Kind)? OfProperty(IPropertySymbol property)
    {
        INamedTypeSymbol type = property.ContainingType;
        string name = property.ShortName();
        return type.Name switch
        {
            "DateTime" or "DateTimeOffset" when IsIn(type, "System") && property.Name is "Now" or "UtcNow" or "Today" => ($"reads the clock ({name})", ImpurityKind.Value),
            "TimeProvider" when IsIn(type, "System") => ($"reads the clock ({name})", ImpurityKind.Value),
            "Random" when IsIn(type, "System") => ($"draws a random number ({name})", ImpurityKind.Value),
            "TimeZoneInfo" when IsIn(type, "System") && property.Name == "Local" => ($"depends on the machine ({name})", ImpurityKind.Value),
            "Environment" when IsIn(type, "System") && property.Name is "TickCount" or "TickCount64" => ($"reads the clock ({name})", ImpurityKind.Value),
            "Environment" when IsIn(type, "System") && property.Name != "NewLine" => ($"depends on the machine ({name})", ImpurityKind.Value),
            "Console" when IsIn(type, "System") => ($"does input or output ({name})", ImpurityKind.InputOutput),
            _ when property.SetMethod is not null && property.Locations.Any(static l => l.IsInSource) => ($"uses the static property '{name}', which can change", ImpurityKind.Value),
            _ => null,
        };
    }

    private static (string What, ImpurityKind Kind)? OfMethod(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        string name = $"{type.ShortName()}.{method.Name}";
        return type.Name switch
        {
            "Guid" when IsIn(type, "System") && method.Name is "NewGuid" or "CreateVersion7" => ($"makes up an id ({name})", ImpurityKind.Value),
            "Stopwatch" when IsIn(type, "System", "Diagnostics") => ($"reads the clock ({name})", ImpurityKind.Value),
            "RandomNumberGenerator" when IsIn(type, "System", "Security", "Cryptography") => ($"draws a random number ({name})", ImpurityKind.Value),
            "Environment" when IsIn(type, "System") => ($"depends on the machine ({name})", ImpurityKind.Value),
            "Console" when IsIn(type, "System") => ($"does input or output ({name})", ImpurityKind.InputOutput),
            "Thread" when IsIn(type, "System", "Threading") && method.Name == "Sleep" => ($"waits ({name})", ImpurityKind.Waits),
            "HashCode" when IsIn(type, "System") => OfHash(method),
            "DateTime" or "DateTimeOffset" or "Decimal" or "Double" or "Single" when IsIn(type, "System") && method.Name is "Parse" or "TryParse" && !TakesCulture(method) =>
                ($"depends on the culture ({name})", ImpurityKind.Culture),
            "Process" when IsIn(type, "System", "Diagnostics") => ($"does input or output ({name})", ImpurityKind.InputOutput),
            "File" or "Directory" when IsIn(type, "System", "IO") => ($"does input or output ({name})", ImpurityKind.InputOutput),
            _ => null,
        };
    }

    private static (string What, ImpurityKind Kind) OfHash(IMethodSymbol method) =>
        ($"takes a hash code, which differs from one process to the next ({method.ContainingType.ShortName()}.{method.Name})", ImpurityKind.Value);

    private static (string What, ImpurityKind Kind)? OfConstructor(IMethodSymbol constructor)
    {
        INamedTypeSymbol type = constructor.ContainingType;
        return type.Name switch
        {
            "Random" when IsIn(type, "System") && constructor.Parameters.Length == 0 => ("draws a random number (new Random())", ImpurityKind.Value),
            "FileStream" or "FileInfo" or "DirectoryInfo" when IsIn(type, "System", "IO") => ($"does input or output (new {type.Name}())", ImpurityKind.InputOutput),
            "StreamReader" or "StreamWriter" when IsIn(type, "System", "IO") && constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..] =>
                ($"does input or output (new {type.Name}())", ImpurityKind.InputOutput),
            "HttpClient" when IsIn(type, "System", "Net", "Http") => ("does input or output (new HttpClient())", ImpurityKind.InputOutput),
            "Socket" when IsIn(type, "System", "Net", "Sockets") => ("does input or output (new Socket())", ImpurityKind.InputOutput),
            _ => null,
        };
    }

    private static bool TakesCulture(IMethodSymbol method) => method.Parameters.Any(static p => p.Type.Name == "IFormatProvider");

    private static bool IsIn(INamedTypeSymbol type, params string[] space) => type.IsSystem(type.Name, 0, space);
}

/// <summary>What is impure about an operation.</summary>
internal enum ImpurityKind
{
    /// <summary>It gives a value that differs from one time to the next.</summary>
    Value,

    /// <summary>It reads or writes as people in one place do.</summary>
    Culture,

    /// <summary>It does nothing but take time.</summary>
    Waits,

    /// <summary>It reaches outside the process.</summary>
    InputOutput,
}
