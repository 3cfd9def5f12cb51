using Cqrs.Gen;

namespace Bank;

/// <summary>A command or an event in the words of the bank, with the amount it is about and the balance it left, if any.</summary>
internal readonly record struct Wording(string Text, decimal? Amount = null, decimal? Balance = null)
{
    public static Wording Of(ICommand command) => command switch
    {
        OpenAccount c => new($"open for {c.Owner}"),
        DepositMoney c => new("deposit", c.Amount),
        WithdrawMoney c => new("withdraw", c.Amount),
        WriteCheck c => new($"write check {c.Number}", c.Amount),
        _ => new(command.ToString() ?? ""),
    };

    public static Wording Of(IEvent e) => e switch
    {
        AccountOpened x => new($"opened for {x.Owner}"),
        MoneyDeposited x => new("deposited", x.Amount, x.Balance),
        MoneyWithdrawn x => new("withdrew", x.Amount, x.Balance),
        CheckWritten x => new($"wrote check {x.Number}", x.Amount, x.Balance),
        _ => new(e.ToString() ?? ""),
    };
}
