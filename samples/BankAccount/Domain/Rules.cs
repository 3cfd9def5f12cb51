using Cqrs.Gen;

namespace Bank;

/// <summary>What holds for every account, whatever its state.</summary>
internal static class Rules
{
    private const decimal MostAtOnce = 1_000_000_000m;
    private const int LongestOwner = 60;

    public static UserError? AmountObjection(decimal amount) =>
        amount is <= 0 or > MostAtOnce ? UserError.Create("invalid-amount", $"An amount is more than 0 and at most {MostAtOnce:N0}.", ("amount", amount))
        : decimal.Round(amount, 2) != amount ? UserError.Create("invalid-amount", "An amount has no more than two decimals.", ("amount", amount))
        : null;

    public static UserError? OwnerObjection(string owner) =>
        string.IsNullOrWhiteSpace(owner) || owner.Length > LongestOwner || owner.Any(char.IsControl)
            ? UserError.Create("invalid-owner", $"An owner's name is 1 to {LongestOwner} printable characters.", ("owner", owner))
            : null;
}
