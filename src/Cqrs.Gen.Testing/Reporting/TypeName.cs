namespace Cqrs.Gen.Testing;

/// <summary>The name of a type as its author writes it: without the namespace, nested types behind a dot.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        string name = type.ToString();
        int arguments = name.AsSpan().IndexOfAny('`', '[');
        if (arguments >= 0)
        {
            name = name[..arguments];
        }

        return name[(name.LastIndexOf('.') + 1)..].Replace('+', '.');
    }
}
