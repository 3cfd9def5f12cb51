using System.Text;

namespace Cqrs.Gen.Faults;

/// <summary>Says lines on the standard output, each at once. A line that does not end with a semicolon was cut off by the process's end.</summary>
internal sealed class Voice
{
    private readonly Stream _output = Console.OpenStandardOutput();

    public void Say(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + ";\n");
        lock (_output)
        {
            _output.Write(bytes);
        }
    }
}
