using System.Globalization;
using System.Text;

namespace Cqrs.Gen.Modeling;

/// <summary>Names as <c>JsonNamingPolicy</c> makes them. The rules are those of System.Text.Json; a test compares the results.</summary>
internal static class JsonNamingPolicies
{
    public static string Apply(JsonNaming naming, string name) => naming switch
    {
        JsonNaming.CamelCase => CamelCase(name),
        JsonNaming.SnakeCaseLower => Separated(name, '_', isLower: true),
        JsonNaming.SnakeCaseUpper => Separated(name, '_', isLower: false),
        JsonNaming.KebabCaseLower => Separated(name, '-', isLower: true),
        JsonNaming.KebabCaseUpper => Separated(name, '-', isLower: false),
        _ => name,
    };

    /// <summary>Letters up to the first word's end become small: <c>IPAddress</c> becomes <c>ipAddress</c>.</summary>
    public static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        char[] characters = name.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            bool isLast = i + 1 == characters.Length;
            if ((i == 1 && !char.IsUpper(characters[1])) || (i > 0 && !isLast && !char.IsUpper(characters[i + 1])))
            {
                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    // A capital letter begins a word, unless it follows another and no small letter follows it. Identifiers hold no spaces, so their rule is left out.
    private static string Separated(string name, char separator, bool isLower)
    {
        StringBuilder text = new(name.Length + 8);
        UnicodeCategory? before = null;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.UppercaseLetter:
                    if (before == UnicodeCategory.LowercaseLetter
                        || (before == UnicodeCategory.UppercaseLetter && i + 1 < name.Length && char.IsLower(name[i + 1])))
                    {
                        text.Append(separator);
                    }

                    text.Append(isLower ? char.ToLowerInvariant(c) : c);
                    before = UnicodeCategory.UppercaseLetter;
                    break;
                case UnicodeCategory.LowercaseLetter:
                    text.Append(isLower ? c : char.ToUpperInvariant(c));
                    before = UnicodeCategory.LowercaseLetter;
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    text.Append(c);
                    before = UnicodeCategory.LowercaseLetter;
                    break;
                default:
                    text.Append(c);
                    before = null;
                    break;
            }
        }

        return text.ToString();
    }
}
