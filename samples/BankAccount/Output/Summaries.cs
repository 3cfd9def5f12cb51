using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cqrs.Gen;

namespace Bank;

/// <summary>Prints the accounts as the query shows them.</summary>
internal static class Summaries
{
    private const int MostRows = 50;

    public static async Task PrintAsync(IQueryReader queries, IReadOnlyCollection<string> accounts, TextWriter output)
    {
        if (accounts.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{"account",-10}  {"owner",-20} {"balance",14} {"deposits",9} {"withdrawals",12} {"checks",7}  changed");
        foreach (string account in accounts.Take(MostRows))
        {
            if (await queries.GetAsync<AccountSummary>(account) is { } summary)
            {
                output.WriteLine(FormattableString.Invariant(
                    $"{account,-10}  {summary.Owner,-20} {summary.Balance,14:N2} {summary.Deposits,9} {summary.Withdrawals,12} {summary.Checks,7}  {summary.Changed:yyyy-MM-dd}"));
            }
        }

        if (accounts.Count > MostRows)
        {
            output.WriteLine(FormattableString.Invariant($"and {accounts.Count - MostRows:N0} more"));
        }
    }

    /// <summary>Prints them for programs: one JSON object a line, as the generator describes the query to System.Text.Json.</summary>
    public static async Task PrintJsonAsync(IQueryReader queries, IReadOnlyCollection<string> accounts, TextWriter output)
    {
        var type = (JsonTypeInfo<AccountSummary>)BankModule.JsonOptions.GetTypeInfo(typeof(AccountSummary));
        foreach (string account in accounts)
        {
            if (await queries.GetAsync<AccountSummary>(account) is { } summary)
            {
                output.WriteLine(JsonSerializer.Serialize(summary, type));
            }
        }
    }
}
