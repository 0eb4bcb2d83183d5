using Regard.Loyalty;
using Regard.Storage;
namespace Regard.Tests.Loyalty;

public class WorkingTests
{
    // The test's day is 2031-05-01.
    static readonly Dictionary<string, int> halfYear = new() { [ChurnRule.AllOthers] = 180 };

    static async Task<GivenBase> Base(TestOffice t, Dictionary<string, int>? days = null)
    {
        var given = await GivenBase.In(t);
        await t.Do(new SetChurnRule(days ?? halfYear), given.Company.Executive);
        return given;
    }

    [Theory, EachDatabase]
    public async Task Customers_who_together_bring_the_first_half_are_a_the_next_b_and_so_on(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var a = await given.Customer(1, "", "2031-01-10 500.00");
        var b = await given.Customer(1, "", "2031-01-10 300.00");
        var c = await given.Customer(2, "", "2031-01-10 150.00");
        var d = await given.Customer(3, "", "2031-01-10 50.00");
        var none = await given.Customer(3, "", "2029-01-10 50.00");
        await given.WorkOut();
        Assert.Equal(["A", "B", "C", "D", ""], await Task.WhenAll(new[] { a, b, c, d, none }.Select(async x => (await given.Standing(x)).Grade)));
        var all = (await t.Do(new ShowBase(), given.Company.Executive)).Base!;
        Assert.Equal(5, all.Counts.Sum(x => x.Customers));
        Assert.Equal(100_000, all.Counts.Sum(x => x.Worth));
        Assert.Null(all.TopFifth);   // four customers do not tell how value is shared out
    }

    [Theory, EachDatabase]
    public async Task Whoever_buys_within_the_days_or_has_a_contract_is_not_lost_and_whoever_returns_is_lost_no_more(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var gone = await given.Customer(1, "", "2030-01-01", "2030-03-02");
        var back = await given.Customer(1, "", "2029-01-01", "2031-04-01");
        var under = await given.Customer(1, "", "2030-01-01");
        await given.Contract(under, "2030-01-01", "2031-12-31");
        var ended = await given.Customer(1, "", "2030-01-01");
        await given.Contract(ended, "2030-01-01", "2030-12-31");
        await given.WorkOut();
        Assert.Equal((CustomerState.Lost, new DateOnly(2030, 8, 29)), await Lost(gone));
        Assert.Equal((CustomerState.Active, null), await Lost(back));
        Assert.Equal((CustomerState.Active, null), await Lost(under));
        Assert.Equal((CustomerState.Lost, new DateOnly(2031, 1, 1)), await Lost(ended));

        async Task<(CustomerState, DateOnly?)> Lost(Id<Regard.Customers.Customer> x) => (await given.Standing(x)) is var s ? (s.State, s.LostOn) : default;
    }

    [Theory, EachDatabase]
    public async Task Other_churn_days_change_all_of_history_and_are_kept_beside_the_old_rule(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var x = await given.Customer(1, "", "2030-08-01");
        await given.WorkOut();
        Assert.Equal(CustomerState.Lost, (await given.Standing(x)).State);
        Assert.Equal(1, (await t.Do(new ShowChurn(), given.Company.Executive)).Churn!.Lost.Sum(q => q.Sum()));
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 365 }), given.Company.Executive);
        Assert.True((await t.Do(new ShowChurn(), given.Company.Executive)).Place.IsAsked);
        await given.WorkOut();
        Assert.NotEqual(CustomerState.Lost, (await given.Standing(x)).State);
        var churn = await t.Do(new ShowChurn(), given.Company.Executive);
        Assert.Equal((0, false), (churn.Churn!.Lost.Sum(q => q.Sum()), churn.Place.IsAsked));
        Assert.Equal([365, 180], (await t.Do(new ListLoyaltyRules(), given.Company.Executive)).Churn.Select(r => r.DaysOf("")));
    }

    [Theory, EachDatabase]
    public async Task It_is_due_once_a_day_and_when_somebody_asked_since_the_last_one_began(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        await t.Do(new AskForWorking(), given.Company.Executive);
        Assert.False(await t.Do(new WorkingDue()));
        await given.Customer(1, "", "2031-01-10");
        Assert.True(await t.Do(new WorkingDue()));
        await given.WorkOut();
        Assert.False(await t.Do(new WorkingDue()));
        t.Clock.Now = t.Clock.Now.AddMinutes(1);
        await t.Do(new SetChurnRule(halfYear), given.Company.Executive);
        Assert.True(await t.Do(new WorkingDue()));
        await given.WorkOut();
        Assert.False(await t.Do(new WorkingDue()));
        t.Clock.Now = t.Clock.Now.AddDays(1);
        Assert.True(await t.Do(new WorkingDue()));
    }

    [Theory, EachDatabase]
    public async Task A_segment_may_have_days_of_its_own(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t, new() { [ChurnRule.AllOthers] = 180, ["fleet"] = 30 });
        var (fleet, other) = (await given.Customer(1, "fleet", "2031-03-01"), await given.Customer(1, "private", "2031-03-01"));
        await given.WorkOut();
        Assert.Equal((CustomerState.Lost, CustomerState.New), ((await given.Standing(fleet)).State, (await given.Standing(other)).State));
    }

    [Theory, EachDatabase]
    public async Task The_grade_held_at_a_time_is_kept_when_the_rule_changes(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        await t.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Amounts, 12, [50_000, 20_000, 10_000]), given.Company.Executive);
        var x = await given.Customer(1, "", "2030-11-10 300.00", "2031-02-10 300.00");
        await given.WorkOut();
        Assert.Equal([(new(2030, 12, 31), "B"), (new(2031, 3, 31), "A")], await given.Grades(x));
        t.Clock.Now = t.Clock.Now.AddDays(1);
        await t.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Amounts, 12, [100_000, 50_000, 10_000]), given.Company.Executive);
        await given.WorkOut();
        Assert.Equal([(new(2030, 12, 31), "B"), (new(2031, 3, 31), "A"), (new(2031, 5, 2), "B")], await given.Grades(x));
    }

    [Theory, EachDatabase]
    public async Task What_merged_customers_bought_counts_for_the_one_that_goes_on(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var (one, twin) = (await given.Customer(1, "", "2031-01-10 100.00"), await given.Customer(1, "", "2031-02-10 50.00"));
        await given.Merge(twin, one);
        await given.WorkOut();
        var standing = await given.Standing(one);
        Assert.Equal((2, 15_000), (standing.Purchases, standing.Spent));
        Assert.Equal(1, (await t.Do(new ShowBase(), given.Company.Executive)).Base!.Counts.Sum(c => c.Customers));
    }

    [Theory, EachDatabase]
    public async Task What_happens_to_the_contacts_of_an_account_counts_for_the_account(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var (account, contact) = (await given.Customer(1, "fleet", "2031-01-10 100.00"), await given.Customer(1, "", "2031-02-10 50.00"));
        await given.SpeaksFor(contact, account);
        await given.WorkOut();
        Assert.Equal((2, 15_000), ((await given.Standing(account)).Purchases, (await given.Standing(account)).Spent));
        Assert.Equal(1, (await t.Do(new ShowBase(), given.Company.Executive)).Base!.Counts.Sum(c => c.Customers));
    }

    [Theory, EachDatabase]
    public async Task A_manager_sees_the_customers_of_the_own_units_only(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        await given.Customer(1, "", "2031-01-10");
        await given.Customer(3, "", "2031-01-10");
        await given.WorkOut();
        Assert.Equal(1, (await t.Do(new ShowBase(), given.Company.StoreManager)).Base!.Counts.Sum(c => c.Customers));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowBase(given.Company.Store(3)), given.Company.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetChurnRule(halfYear), given.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task Overdue_customers_come_with_the_most_at_stake_first_and_without_names_for_the_analyst(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        await given.Customer(1, "", "2030-11-01 10.00", "2030-12-01 10.00", "2031-01-01 10.00", "2031-02-01 10.00");
        var dear = await given.Customer(1, "", "2030-11-01 900.00", "2030-12-01 900.00", "2031-01-01 900.00", "2031-02-01 900.00");
        await given.Customer(1, "", "2031-02-01 10.00", "2031-03-01 10.00", "2031-04-01 10.00", "2031-04-28 10.00");
        await given.WorkOut();
        var rows = (await t.Do(new ListOverdue(), given.Company.Analyst)).Rows;
        Assert.Equal((2, dear), (rows.Count, rows[0].CustomerId));
        Assert.Equal(31, rows[0].RhythmDays);
    }

    [Theory, EachDatabase]
    public async Task Without_customers_nothing_is_worked_out_and_no_number_is_shown(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        Assert.Null(await given.WorkOut());
        Assert.Null((await t.Do(new ShowBase(), given.Company.Executive)).Base);
        Assert.Null((await t.Do(new ShowChurn(), given.Company.Executive)).Churn);
    }

    [Theory, EachDatabase]
    public async Task Rules_that_say_nothing_are_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Shares, 12, [0.8, 0.5, 0.95]), given.Company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Amounts, 12, [1, 2, 3]), given.Company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Shares, 0, [0.5, 0.8, double.NaN]), given.Company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetChurnRule(new Dictionary<string, int>()), given.Company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetValueTerms(0, 2), given.Company.Executive));
    }
}
