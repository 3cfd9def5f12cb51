using System.Text;

namespace Specimens;

/// <summary>Whatever stands in <c>$type</c>, no command is made but one of the generated table, and only for its own name.</summary>
public sealed class DiscriminatorTests
{
    private static readonly Dictionary<string, Type> Table = new() { ["add"] = typeof(Add), ["remove"] = typeof(Remove), ["clear"] = typeof(Clear) };

    [Fact]
    public void Nothing_is_made_outside_the_table()
    {
        int accepted = 0;
        int late = 0;
        for (int i = 0; i < Effort.Payloads; i++)
        {
            byte[] json = DiscriminatorAttack.Make(Effort.RandomOf(i));
            try
            {
                if (Withstand(json) is { } isLate)
                {
                    accepted++;
                    late += isLate ? 1 : 0;
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"CQRS_GEN_HOSTILE_SEED={Effort.Seed}, attack {i}: {Encoding.UTF8.GetString(json)}", e);
            }
        }

        // Good commands must be among them, also with the discriminator behind other members.
        Assert.InRange(accepted, Effort.Payloads / 100, Effort.Payloads * 9 / 10);
        Assert.True(late > 0);
    }

    /// <returns>Null if it was refused; else whether the discriminator was not the first member.</returns>
    private static bool? Withstand(byte[] json)
    {
        ICommand command;
        try
        {
            command = CommandJson.Read<Collection>(json);
        }
        catch (PayloadException)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        JsonProperty[] members = [.. document.RootElement.EnumerateObject()];
        JsonProperty discriminator = Assert.Single(members, static m => m.NameEquals("$type"));
        Assert.Same(Table[discriminator.Value.GetString()!], command.GetType());

        using PayloadWriter output = new();
        CommandJson.Write<Collection>(command, output);
        Assert.Equal(command, CommandJson.Read<Collection>(output.Written.Span));
        return !members[0].NameEquals("$type");
    }
}
