using System.Text;

namespace Cqrs.Gen.Testing;

/// <summary>An event, a command, a state or a document as its generated JSON has it. Two are equal if type and values are.</summary>
/// <param name="type">The type of what was written.</param>
/// <param name="json">Its JSON.</param>
internal class Written(Type type, byte[] json)
{
    private const string Discriminator = "$type";
    private const int LongestLine = 60;

    private List<Member>? _members;

    public Type Type => type;

    public string Name => TypeName.Of(type);

    public byte[] Json => json;

    /// <summary>The values; a command's <c>$type</c> is its name, not one of them.</summary>
    public List<Member> Members => _members ??= [.. JsonMembers.Of(json).Where(static m => m.Path != Discriminator)];

    /// <summary>True if both have the same type and values, whatever the order in which objects name their members.</summary>
    public bool Matches(Written other) => type == other.Type && MemberDifference.Between(Members, other.Members).TrueForAll(static d => !d.Differs);

    /// <summary>Such as <c>DepositMoney { amount: 10 }</c>, on one line.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (Member member in Members)
        {
            text.Append(text.Length == 0 ? "" : ", ");
            if (text.Length > LongestLine)
            {
                text.Append('…');
                break;
            }

            text.Append(member.Name).Append(": ").Append(Excerpt.Of(member.Text, 40));
        }

        return text.Length == 0 || text.ToString() == $"{Member.Whole}: {{}}" ? Name : $"{Name} {{ {text} }}";
    }
}

/// <summary>What was written, with what was read back from it.</summary>
/// <typeparam name="T">The type under which it was read.</typeparam>
internal sealed class Written<T>(T value, byte[] json) : Written(value.GetType(), json)
    where T : class
{
    public T Value => value;
}
