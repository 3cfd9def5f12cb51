using System.Text.Json;
using Cqrs.Gen;

namespace Mistakes.Behavior;

public sealed record Read : ICommand<Account>;
public sealed record Change : ICommand<Account>;
public sealed record Drop : ICommand<Account>;
public sealed record Wait : ICommand<Account>;
public sealed record Refuse : ICommand<Account>;

public sealed record Clock : IEvent<Account>;
public sealed record Chance : IEvent<Account>;
public sealed record Identity : IEvent<Account>;
public sealed record Machine : IEvent<Account>;
public sealed record Disk : IEvent<Account>;
public sealed record Shared : IEvent<Account>;
public sealed record Thrown : IEvent<Account>;
public sealed record Indirect : IEvent<Account>;

public interface IPrinter
{
    Task<bool> PrintAsync();
}

[Aggregate("behaving-account")]
public sealed partial class Account
{
    private static int _total;

    private string _text = "";

    private Decision<Account> Handle(Read c) =>
        [new Clock(), new Chance(), new Identity(), new Machine(), new Disk(), new Shared(), new Thrown(), new Indirect()];

    private Clock Handle(Change c)
    {
        _text = "changed";                                                        // CQG1104
        _text += DateTime.UtcNow.ToString("O");                                   // CQG1104 CQG1102
        return new();
    }

    private Clock Handle(Drop c)
    {
        Decide();                                                                 // CQG1106
        return new();
    }

    private Decision<Account> Handle(Wait c, IPrinter printer) =>
        printer.PrintAsync().Result ? [new Clock()] : [];                         // CQG1105

    private Clock Handle(Refuse c) =>
        _text.Length > 0 ? throw new InvalidOperationException("No.") : new();    // CQG1108

    private void Apply(Clock e) => _text = DateTimeOffset.Now.ToString();         // CQG1101

    private void Apply(Chance e) => _text = Random.Shared.Next().ToString();      // CQG1101

    private void Apply(Identity e) => _text = Guid.NewGuid().ToString();          // CQG1101

    private void Apply(Machine e) => _text = Environment.MachineName;             // CQG1101

    private void Apply(Disk e) => _text = File.ReadAllText("account.txt");        // CQG1101

    private void Apply(Shared e) => _total++;                                     // CQG1101

    private void Apply(Thrown e) => throw new NotSupportedException();            // CQG1103

    private void Apply(Indirect e) => Note();                                     // CQG1101

    private void Note() => _text = DateTime.Today.ToString("O");

    private Decision<Account> Decide() => [new Clock()];
}

public static class Api
{
    public static string Print(Clock e) => JsonSerializer.Serialize(e);           // CQG1107
}
