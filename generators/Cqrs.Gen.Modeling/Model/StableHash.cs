using System.Security.Cryptography;
using System.Text;

namespace Cqrs.Gen.Modeling;

/// <summary>A hash that is the same on every machine and in every run.</summary>
internal static class StableHash
{
    /// <summary>16 hexadecimal digits.</summary>
    public static string Of(string text)
    {
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        return string.Concat(hash.Take(8).Select(static b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
