using System.Text;
using Cqrs.Gen.Modeling;

namespace Cqrs.Gen.Generators.Writing;

/// <summary>Names of generated files: <c>{Namespace.Type}.{Concern}.g.cs</c>, with nested types behind a <c>+</c>.</summary>
internal static class HintName
{
    /// <param name="name">The type or assembly that the file is about.</param>
    /// <param name="concern">What of it.</param>
    /// <param name="isAmbiguous">True if another name differs by case alone: a hash then tells them apart.</param>
    public static string Of(string name, string concern, bool isAmbiguous)
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

        if (isAmbiguous)
        {
            text.Append('-').Append(StableHash.Of(name));
        }

        return text.Append('.').Append(concern).Append(".g.cs").ToString();
    }
}
