using Cqrs.Gen.Modeling;
using System.Text;

namespace Cqrs.Gen.Generators.Writing;

/// <summary>Names of generated files: <c>{Namespace.Type}.{Concern}.g.cs</c>, with nested types behind a <c>+</c>.</summary>
internal static class HintName
{
    public static string Of(TypeModel type, string concern) => Of(type.MetadataName, concern);

    public static string Of(string name, string concern)
    {
        StringBuilder text = new(name.Length + concern.Length + 6);
        foreach (char c in name)
        {
            // The compiler refuses some characters that a name may hold, such as letters outside the basic plane or generic brackets.
            if (c is '.' or '+' or '_' or '-' || (c < 128 && char.IsLetterOrDigit(c)))
            {
                text.Append(c);
            }
            else
            {
                text.Append('-').Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return text.Append('.').Append(concern).Append(".g.cs").ToString();
    }
}
