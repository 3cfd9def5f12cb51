using System.Text;

namespace Cqrs.Gen.Modeling;

/// <summary>Names the one generated class of an assembly: <c>Acme.Bank</c> has <c>Acme.Bank.BankModule</c>, unless the project says otherwise.</summary>
internal static class ModuleReader
{
    /// <param name="assemblyName">The assembly's name.</param>
    /// <param name="rootNamespace">The project's root namespace, or null to use the assembly's name.</param>
    /// <param name="moduleName">The project's property <c>CqrsModuleName</c>: the class's name, perhaps with a namespace; or null.</param>
    public static ModuleModel Read(string? assemblyName, string? rootNamespace, string? moduleName)
    {
        string assembly = string.IsNullOrEmpty(assemblyName) ? "Assembly" : assemblyName!;
        if (!string.IsNullOrWhiteSpace(moduleName))
        {
            string given = Identifiers(moduleName!.Trim());
            int dot = given.LastIndexOf('.');
            return dot < 0
                ? new(Identifiers(rootNamespace ?? assembly), given, assembly)
                : new(given.Substring(0, dot), given.Substring(dot + 1), assembly);
        }

        string space = Identifiers(string.IsNullOrWhiteSpace(rootNamespace) ? assembly : rootNamespace!);
        string last = space.Substring(space.LastIndexOf('.') + 1).TrimStart('@');
        return new(space, last.EndsWith("Module", StringComparison.Ordinal) ? last : last + "Module", assembly);
    }

    private static string Identifiers(string dotted) => string.Join(".", dotted.Split('.').Select(Identifier));

    private static string Identifier(string text)
    {
        StringBuilder identifier = new(text.Length + 1);
        foreach (char c in text)
        {
            identifier.Append(char.IsLetterOrDigit(c) || c == '_' ? c : '_');
        }

        if (identifier.Length == 0 || char.IsDigit(identifier[0]))
        {
            identifier.Insert(0, '_');
        }

        return TypeNames.Escaped(identifier.ToString());
    }
}
