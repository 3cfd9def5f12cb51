namespace Cqrs.Gen.Analyzers.Tests;

/// <summary>Sources that several tests share.</summary>
internal static class Domains
{
    /// <summary>The bank account of the README: nothing is wrong with it.</summary>
    public const string Bank = """
        namespace Bank;

        public sealed record AccountOpened(string Owner) : IEvent<BankAccount>;
        public sealed record MoneyDeposited(decimal Amount, decimal Balance) : IEvent<BankAccount>;
        public sealed record MoneyWithdrawn(decimal Amount, decimal Balance) : IEvent<BankAccount>;
        [Event(ChangesNoState = true)]
        public sealed record StatementSent(int Page) : IEvent<BankAccount>;

        public sealed record OpenAccount(string Owner) : ICommand<BankAccount>;
        public sealed record DepositMoney(decimal Amount) : ICommand<BankAccount>;
        public sealed record WithdrawMoney(decimal Amount) : ICommand<BankAccount>;
        public sealed record SendStatement(int Page) : ICommand<BankAccount>;

        public interface IPostOffice { ValueTask<bool> SendAsync(int page, CancellationToken cancellationToken); }

        [Aggregate]
        public sealed partial class BankAccount
        {
            public decimal Balance { get; private set; }

            static AccountOpened Handle(OpenAccount c) => new(c.Owner);

            MoneyDeposited Handle(DepositMoney c) => new(c.Amount, Balance + c.Amount);

            Decision<BankAccount> Handle(WithdrawMoney c) => c.Amount > Balance
                ? UserError.Create("insufficient-funds", $"{Balance} is less than {c.Amount}")
                : [new MoneyWithdrawn(c.Amount, Balance - c.Amount)];

            async ValueTask<Decision<BankAccount>> Handle(SendStatement c, IPostOffice office, CancellationToken cancellationToken) =>
                await office.SendAsync(c.Page, cancellationToken) ? [new StatementSent(c.Page)] : [];

            void Apply(AccountOpened e) { }
            void Apply(MoneyDeposited e) => Balance = e.Balance;
            void Apply(MoneyWithdrawn e) => Balance = e.Balance;
        }

        [Query]
        public sealed partial class AccountSummary
        {
            public decimal Balance { get; set; }

            void Apply(MoneyDeposited e) => Balance = e.Balance;
            void Apply(MoneyWithdrawn e, EventContext context) => Balance = e.Balance;
        }
        """;
}
