using Regard.Customers;
using Regard.Loyalty;
using Regard.Storage;
using Regard.Work;
namespace Regard.Tests.Loyalty;

public class ReviewTests
{
    // The test's day is 2031-05-01; whoever last bought on 2030-11-01 is lost on 2031-04-30.
    static async Task<GivenBase> Base(TestOffice t)
    {
        var given = await GivenBase.In(t);
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 180 }), given.Company.Executive);
        await t.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Amounts, 12, [50_000, 20_000, 10_000]), given.Company.Executive);
        return given;
    }

    static readonly DateOnly lostOn = new(2031, 4, 30);

    static async Task<List<WorkItem>> Work(TestOffice t, Caller caller) => [.. (await t.Do(new ListMyWork(), caller)).Mine];

    static Task<ReviewsView> Reviews(GivenBase given, ReviewsShown show, Caller? caller = null) => given.Test.Do(new ListReviews(Show: show), caller ?? given.Company.Executive);

    [Theory, EachDatabase]
    public async Task A_lost_a_customer_is_a_task_of_the_units_manager_within_ten_days_and_others_are_not(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var a = await given.Customer(1, "", "2030-11-01 900.00");
        await given.Customer(1, "", "2030-11-01 300.00");
        await given.Customer(1, "", "2030-09-01 900.00");
        await given.WorkOut();
        var item = Assert.Single(await Work(t, given.Company.StoreManager));
        Assert.Equal((WorkKind.LostCustomer, new DateOnly(2031, 5, 11), $"/loyalty/reviews/{a}/2031-04-30"), (item.Kind, item.DueOn, item.Path));
        Assert.Equal((a, "A"), Assert.Single((await Reviews(given, ReviewsShown.Open)).Rows) is var row ? (row.CustomerId, row.Grade) : default);
        t.Clock.Now = t.Clock.Now.AddDays(11);
        await given.WorkOut();
        Assert.Single(await Work(t, given.Company.StoreManager));
        Assert.Equal(a, Assert.Single((await Reviews(given, ReviewsShown.Overdue)).Rows).CustomerId);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new CompleteWorkItem(item.Id), given.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task A_written_review_settles_the_task_and_its_correction_keeps_what_was_written_before(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var a = await given.Customer(1, "", "2030-11-01 900.00");
        await given.WorkOut();
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new WriteReview(a, lostOn, null, "", ""), given.Company.StoreManager));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new WriteReview(a, lostOn, LossReason.Other, " ", ""), given.Company.StoreManager));
        Assert.Equal(1, await t.Do(new WriteReview(a, lostOn, LossReason.Price, "Too dear", "Offer a yearly contract"), given.Company.StoreManager));
        Assert.Empty(await Work(t, given.Company.StoreManager));
        Assert.Equal(2, await t.Do(new WriteReview(a, lostOn, LossReason.Waiting, "Waited an hour", ""), given.Company.RegionalManager));
        var view = await t.Do(new ShowReview(a, lostOn), given.Company.Executive);
        Assert.Equal([(2, LossReason.Waiting, "Reg Manager"), (1, LossReason.Price, "Stan Manager")], view.Findings.Select(f => (f.Number, f.Reason, f.WrittenBy)));
        Assert.Equal((LossReason.Waiting, 1), Assert.Single((await Reviews(given, ReviewsShown.Done)).Reasons.Reasons) is var r ? (r.Reason, r.Counts[1]) : default);
        Assert.Empty((await Reviews(given, ReviewsShown.Open)).Rows);
    }

    [Theory, EachDatabase]
    public async Task Whoever_comes_back_is_noted_by_itself_with_the_first_purchase_and_twelve_months_later_as_kept(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var a = await given.Customer(1, "", "2030-11-01 900.00");
        await given.WorkOut();
        await given.Buys(a, 1, "2031-05-03 100.00");
        t.Clock.Now = t.Clock.Now.AddDays(3);
        await given.WorkOut();
        Assert.Empty(await Work(t, given.Company.StoreManager));
        var back = Assert.Single((await Reviews(given, ReviewsShown.Returned)).Rows);
        Assert.Equal((new(2031, 5, 3), new(2031, 5, 3), null), (back.ReturnedOn!.Value, back.RepurchasedOn!.Value, back.RetainedOn));
        await given.Buys(a, 1, "2031-09-01 100.00", "2032-01-10 100.00");
        t.Clock.Now = t.Clock.Now.AddYears(1);
        await given.WorkOut();
        Assert.Equal(new DateOnly(2032, 5, 3), Assert.Single((await Reviews(given, ReviewsShown.Returned)).Rows).RetainedOn);
    }

    [Theory, EachDatabase]
    public async Task Whoever_leaves_again_within_the_year_was_not_kept(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var a = await given.Customer(1, "", "2030-11-01 900.00");
        await given.WorkOut();
        await given.Buys(a, 1, "2031-05-03 100.00");
        t.Clock.Now = t.Clock.Now.AddYears(2);
        await given.WorkOut();
        var back = Assert.Single((await Reviews(given, ReviewsShown.Returned)).Rows);
        Assert.Equal((null, new DateOnly(2031, 10, 30)), (back.RetainedOn, back.LostAgainOn!.Value));
    }

    [Theory, EachDatabase]
    public async Task Any_lost_customer_may_be_reviewed_of_ones_own_accord(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var c = await given.Customer(1, "", "2029-05-01 150.00");
        var stays = await given.Customer(1, "", "2031-04-01 150.00");
        await given.WorkOut();
        var other = Assert.Single((await Reviews(given, ReviewsShown.Others)).Rows);
        Assert.Equal(c, other.CustomerId);
        await t.Do(new WriteReview(c, other.LostOn, LossReason.MovedAway, "", ""), given.Company.StoreManager);
        Assert.Equal(c, Assert.Single((await Reviews(given, ReviewsShown.Done)).Rows).CustomerId);
        Assert.Empty((await Reviews(given, ReviewsShown.Others)).Rows);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new WriteReview(stays, lostOn, LossReason.Price, "", ""), given.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task Losses_outside_of_the_own_units_are_not_there(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var a = await given.Customer(3, "", "2030-11-01 900.00");
        await given.WorkOut();
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowReview(a, lostOn), given.Company.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new WriteReview(a, lostOn, LossReason.Price, "", ""), given.Company.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new WriteReview(a, lostOn, LossReason.Price, "", ""), given.Company.Analyst));
        Assert.Empty((await Reviews(given, ReviewsShown.Open, given.Company.StoreManager)).Rows);
    }

    [Theory, EachDatabase]
    public async Task Rules_by_which_nobody_is_lost_withdraw_the_task(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var a = await given.Customer(1, "", "2030-11-01 900.00");
        await given.WorkOut();
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 400 }), given.Company.Executive);
        await given.WorkOut();
        Assert.Empty(await Work(t, given.Company.StoreManager));
        Assert.NotNull((await t.Do(new ShowReview(a, lostOn), given.Company.Executive)).Review!.WithdrawnAt);
    }

    [Theory, EachDatabase]
    public async Task Churn_of_a_beyond_its_limits_is_told_once_to_the_company_and_the_region(Engine on)
    {
        await using var t = await TestOffice.On(on, "2031-04-02T09:00:00Z");
        var given = await Base(t);
        var customers = new List<(int, string, IReadOnlyList<(DateOnly, long)>)>();
        // A customers of store 1 who buy every month; in the first quarter of 2031 half of them are lost, before that one or two a quarter.
        for (var i = 0; i < 60; i++)
        {
            var until = i < 30 ? new DateOnly(2030, 8, 15) : i < 38 ? new DateOnly(2028, 8, 15).AddMonths(3 * (i - 30)) : new DateOnly(2031, 3, 28);
            customers.Add((1, "", [.. Enumerable.Range(0, 60).Select(m => until.AddMonths(-m)).Where(d => d >= new DateOnly(2027, 1, 1)).Select(d => (d, 10_000L))]));
        }
        await given.Customers(customers);
        await given.WorkOut();
        var items = (await Work(t, given.Company.Executive)).Where(w => w.Kind == WorkKind.ChurnAlarm).ToList();
        Assert.Contains(items, i => i.Title.In(Language.English) == "Churn of grade A at Regard Motors left its limits in 2031-Q1");
        Assert.Contains(await Work(t, given.Company.RegionalManager), i => i.Kind == WorkKind.ChurnAlarm && i.Title.In(Language.English) == "Churn of grade A at North left its limits in 2031-Q1");
        t.Clock.Now = t.Clock.Now.AddDays(1);
        await given.WorkOut();
        Assert.Equal(items.Count, (await Work(t, given.Company.Executive)).Count(w => w.Kind == WorkKind.ChurnAlarm));
    }

    [Theory, EachDatabase]
    public async Task Notes_of_a_unit_stand_beside_its_churn_and_that_of_units_below_until_taken_away(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        await given.Customer(1, "", "2030-11-01 900.00");
        await given.WorkOut();
        var note = await t.Do(new Annotate(given.Company.North, new(2031, 1, 10), " Prices raised "), given.Company.RegionalManager);
        Assert.Equal("Prices raised", Assert.Single((await t.Do(new ShowChurn(given.Company.Store(1)), given.Company.StoreManager)).Annotations).Words);
        Assert.Empty((await t.Do(new ShowChurn(given.Company.Group), given.Company.Executive)).Annotations);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RemoveAnnotation(note), given.Company.StoreManager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new Annotate(given.Company.South, new(2031, 1, 10), "x"), given.Company.RegionalManager));
        await t.Do(new RemoveAnnotation(note), given.Company.RegionalManager);
        Assert.Empty((await t.Do(new ShowChurn(given.Company.North), given.Company.Executive)).Annotations);
    }
}
