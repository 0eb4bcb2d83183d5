using Regard.Care;
using Regard.Cases;
using Regard.Organisation;
namespace Regard.Tests.Care;

/// <summary>The whole decision table: each role, grade, cause, fault, amount around the limit, pool and budget.</summary>
public class EmpowermentTests
{
    const long Clerk = 200_00, ClerkForA = 500_00, ClerkForRude = 300_00, Head = 2_000_00, Pool = 1_000_00;

    static readonly AuthorityRules rules = new()
    {
        Rows =
        [
            new() { Role = Role.FrontLine, Limit = Clerk, MonthlyPool = Pool },
            new() { Role = Role.FrontLine, Grade = "A", Limit = ClerkForA, MonthlyPool = Pool },
            new() { Role = Role.FrontLine, Cause = Cause.Rude, Limit = ClerkForRude, MonthlyPool = Pool },
            new() { Role = Role.Manager, Limit = Head, MonthlyPool = 10 * Pool },
        ],
    };

    /// <summary>Written down a second time, as a person would look it up.</summary>
    static long? LimitOf(Role role, string grade, Cause? cause) => role switch
    {
        Role.FrontLine when cause == Cause.Rude => ClerkForRude,
        Role.FrontLine when grade == "A" => ClerkForA,
        Role.FrontLine => Clerk,
        Role.Manager => Head,
        _ => null,
    };

    static long? PoolOf(Role role) => role switch { Role.FrontLine => Pool, Role.Manager => 10 * Pool, _ => null };

    [Fact]
    public void The_decision_table_holds_in_every_cell()
    {
        var cells = 0;
        foreach (var role in Roles.All)
        foreach (var grade in (string[])["", "A", "B", "C", "D"])
        foreach (var cause in Enum.GetValues<Cause>().Cast<Cause?>().Append(null))
        foreach (var fault in Enum.GetValues<Fault>())
        {
            var limit = LimitOf(role, grade, cause);
            foreach (var amount in new[] { 0, 1, (limit ?? 100) - 1, limit ?? 100, (limit ?? 100) + 1 })
            foreach (var onCase in new[] { 0, 1, limit ?? 100 })
            foreach (var month in new[] { 0, (PoolOf(role) ?? 100) - amount, (PoolOf(role) ?? 100) - amount + 1 })
            foreach (var budget in new long?[] { null, amount - 1, amount })
            {
                var facts = new RemedyFacts { Roles = [role], Grade = grade, Cause = cause, Fault = fault, Amount = amount, SpentOnCase = onCase, SpentThisMonth = month, BudgetLeft = budget };
                var ruling = Empowerment.Decide(facts, rules);
                var expected = new List<AskReason>();
                if (amount > 0)
                {
                    if (fault is not (Fault.Unclear or Fault.Ours)) expected.Add(AskReason.FaultNotOurs);
                    if (limit is null) expected.Add(AskReason.NoAuthority);
                    else if (onCase + amount > limit) expected.Add(AskReason.OverLimit);
                    if (limit is not null && month + amount > PoolOf(role)) expected.Add(AskReason.OverPool);
                    if (budget < amount) expected.Add(AskReason.OverBudget);
                }
                Assert.True(expected.SequenceEqual(ruling.Reasons), $"{facts}: {string.Join(' ', ruling.Reasons)}");
                Assert.Equal(limit, ruling.Limit);
                cells++;
            }
        }
        Assert.True(cells > 15_000);
    }

    [Fact]
    public void Without_rules_only_what_costs_nothing_is_given_at_once()
    {
        RemedyFacts Facts(long amount) => new() { Roles = Roles.All, Grade = "A", Fault = Fault.Unclear, Amount = amount, SpentOnCase = 0, SpentThisMonth = 0 };
        Assert.True(Empowerment.Decide(Facts(0), AuthorityRules.None).AtOnce);
        Assert.Equal([AskReason.NoAuthority], Empowerment.Decide(Facts(1), AuthorityRules.None).Reasons);
    }

    [Fact]
    public void Of_several_roles_the_most_generous_counts()
    {
        var facts = new RemedyFacts { Roles = [Role.FrontLine, Role.Manager], Grade = "", Fault = Fault.Unclear, Amount = Head, SpentOnCase = 0, SpentThisMonth = 0 };
        Assert.True(Empowerment.Decide(facts, rules).AtOnce);
    }

    [Theory]
    [InlineData(Role.FrontLine, 100_00, false)]
    [InlineData(Role.Manager, 2_000_00, true)]
    [InlineData(Role.Manager, 2_000_01, false)]
    [InlineData(Role.Executive, 9_000_00, true)]
    [InlineData(Role.Analyst, 1, false)]
    public void Whose_limit_reaches_so_far_may_agree(Role role, long amount, bool may) =>
        Assert.Equal(may, Empowerment.MayApprove([role], new() { Roles = [role], Grade = "", Fault = Fault.Customers, Amount = amount, SpentOnCase = 0, SpentThisMonth = 0 }, rules));

    [Fact]
    public void Who_keeps_just_under_the_limit_is_found_among_many_who_do_not()
    {
        var usual = Enumerable.Range(0, 20).Select(i => Use(30, 2)).ToList();
        Assert.All(MisuseSignals.Find(usual), u => Assert.Empty(u.Signals));
        Assert.Equal([MisuseSignal.NearLimit], MisuseSignals.Find([.. usual, Use(30, 20)])[^1].Signals);
        Assert.Empty(MisuseSignals.Find([.. usual, Use(9, 9)])[^1].Signals);
        Assert.Equal([MisuseSignal.SameCustomer], MisuseSignals.Find([.. usual, Use(30, 2) with { MostToOne = 3 }])[^1].Signals);
    }

    static AuthorityUse Use(long n, long near) => new() { PersonId = new(Guid.NewGuid()), Name = "x", Asked = n, AtOnce = n, Amount = 1, NearLimit = near, TakenBack = 0, MostToOne = 1 };
}
