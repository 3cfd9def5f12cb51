using System.Text;

namespace Cqrs.Gen.Generators.Writing;

/// <summary>Indented C# text with <c>\n</c> line ends.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line; several if the text has line ends, each indented alike.</summary>
    public SourceWriter Line(string line = "")
    {
        foreach (string part in line.Split('\n'))
        {
            if (part.Length > 0)
            {
                _text.Append(' ', _depth * 4).Append(part);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a line that belongs to the one before it, one step further in.</summary>
    public SourceWriter Continued(string line)
    {
        _depth++;
        Line(line);
        _depth--;
        return this;
    }

    /// <summary>Writes a line, an opening brace, and steps in.</summary>
    public SourceWriter Open(string line)
    {
        Line(line);
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Steps out and writes a closing brace, without an empty line before it.</summary>
    public SourceWriter Close(string suffix = "")
    {
        _depth--;
        if (_text.Length > 1 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n')
        {
            _text.Length--;
        }

        return Line("}" + suffix);
    }

    /// <summary>Steps in without a brace, as under a <c>case</c>.</summary>
    public SourceWriter Indent()
    {
        _depth++;
        return this;
    }

    /// <summary>Steps out without a brace.</summary>
    public SourceWriter Outdent()
    {
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
