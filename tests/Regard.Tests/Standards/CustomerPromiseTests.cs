using Regard.Audit;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
using Regard.Storage;
using Regard.Tests.Customers;
using Regard.Tests.Organisation;
using Regard.Work;
namespace Regard.Tests.Standards;

public class CustomerPromiseTests
{
    static DateOnly Today => GivenStandards.Today;

    static async Task<(Company Company, KnownCustomers Customers)> In(TestOffice t)
    {
        var given = await GivenStandards.In(t);
        return (given.Company, new() { Company = given.Company });
    }

    static Task<Id<CustomerPromise>> Promise(Company c, Id<Customer> customer, int inDays = 2, string? indicator = null, int store = 1, Caller? by = null, TimeOnly? time = null) =>
        c.Test.Do(new PromiseToCustomer(customer, c.Store(store), "The part is here by then.", Today.AddDays(inDays)) { IndicatorCode = indicator, DueTime = time }, by ?? c.FrontLine);

    static Task<CheckNoted> Settle(Company c, Id<Customer> customer, Id<CustomerPromise> promise, PromiseOutcome outcome, Caller? by = null) =>
        c.Test.Do(new SettleCustomerPromise(customer, promise, outcome, outcome == PromiseOutcome.Kept ? "" : "It came a day later."), by ?? c.FrontLine);

    static async Task<IReadOnlyList<WorkItem>> Work(Company c) => [.. (await c.Test.Do(new ListMyWork(), c.FrontLine)).Mine.Where(w => w.Kind == WorkKind.CustomerPromise)];

    [Theory, EachDatabase]
    public async Task What_is_promised_to_a_customer_stands_on_its_page_and_on_the_list_of_who_promised_it_until_it_is_settled(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, customers) = await In(t);
        var customer = await customers.Add("Zhang San");
        var id = await Promise(c, customer);
        var task = Assert.Single(await Work(c));
        Assert.Equal((Today.AddDays(2), $"/customers/{customer}#promises", "Keep the promise to customer No. 1"), (task.DueOn, task.Path, task.Title.In(Language.English)));
        var shown = Assert.Single((await t.Do(new ShowCustomer(customer), c.FrontLine)).Promises);
        Assert.Equal(("The part is here by then.", "Fran Line", c.Store(1), true), (shown.Words, shown.PromisedBy, shown.UnitId, shown.IsOpen));
        Assert.Null((await Settle(c, customer, id, PromiseOutcome.Kept)).CaseNumber);
        Assert.Empty(await Work(c));
        shown = Assert.Single((await t.Do(new ShowCustomer(customer), c.FrontLine)).Promises);
        Assert.Equal((PromiseOutcome.Kept, "Fran Line"), (shown.Outcome, shown.SettledBy));
        await Assert.ThrowsAsync<Refused>(() => Settle(c, customer, id, PromiseOutcome.Broken));
    }

    [Theory, EachDatabase]
    public async Task After_it_was_due_a_promise_is_kept_late_or_broken_and_either_opens_a_case_for_the_customer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, customers) = await In(t);
        var customer = await customers.Add("Zhang San");
        await t.Do(new SetUnitContact(c.Store(1), c.StoreManager.Person), c.Executive);
        var (late, broken, early) = (await Promise(c, customer, 1, "REL1"), await Promise(c, customer, 1), await Promise(c, customer, 9));
        await Assert.ThrowsAsync<Invalid>(() => Settle(c, customer, late, PromiseOutcome.Late));
        t.Clock.Now = t.Clock.Now.AddDays(3);
        await Assert.ThrowsAsync<Invalid>(() => Settle(c, customer, late, PromiseOutcome.Kept));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SettleCustomerPromise(customer, late, PromiseOutcome.Late), c.FrontLine));
        foreach (var (id, outcome) in new[] { (late, PromiseOutcome.Late), (broken, PromiseOutcome.Broken), (early, PromiseOutcome.Broken) })
        {
            var number = (await Settle(c, customer, id, outcome)).CaseNumber!.Value;
            var opened = (await t.Do(new ShowCase(number), c.StoreManager)).Case;
            Assert.Equal((customer, true, CaseChannel.Check, c.StoreManager.Person!.Value, c.Store(1)), (opened.CustomerId, opened.IsKnown, opened.Channel, opened.OwnerId, opened.UnitId));
            Assert.Contains("It came a day later.", opened.Words);
        }
        Assert.Equal(3, (await t.Do(new ShowCustomer(customer), c.FrontLine)).Promises.Count(p => p.CaseNumber is not null));
    }

    [Theory, EachDatabase]
    public async Task Settled_promises_count_in_the_units_rate_and_among_what_was_delivered_of_their_indicator(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, customers) = await In(t);
        var customer = await customers.Add("Zhang San");
        for (var i = 0; i < 5; i++) await Settle(c, customer, await Promise(c, customer, 2, i < 3 ? "REL1" : null), i == 0 ? PromiseOutcome.Broken : PromiseOutcome.Kept);
        await Promise(c, customer, 2, "REL1");
        var all = await t.Do(new ListPromises(), c.Executive);
        var wilson = Wilson.Share(4, 5);
        Assert.Equal(["G", "N", "N1"], all.Units.Select(u => u.Unit.Code));
        Assert.All(all.Units, u => Assert.Equal((0.8, wilson.Lower, wilson.Upper, 5L), (u.Kept.Value!.Value, u.Kept.Lower, u.Kept.Upper, u.Kept.N!.Value)));
        Assert.Equal((2 / 3.0, 3L), (await t.Do(new ListPromises("REL"), c.Executive)).Units.Select(u => (u.Kept.Value!.Value, u.Kept.N!.Value)).Distinct().Single());
        Assert.Empty((await t.Do(new ListPromises("TAN"), c.Executive)).Units);
        var encounters = await t.Do(new Encounters(Today, Today, [c.Store(1)]));
        Assert.Equal([("REL1", 0.0), ("REL1", 100), ("REL1", 100)], encounters.SelectMany(e => e.Delivered).Select(d => (d.IndicatorCode, d.Level)).Order());
    }

    [Theory, EachDatabase]
    public async Task Open_promises_are_listed_by_unit_what_is_overdue_first(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, customers) = await In(t);
        var (mine, theirs) = (await customers.Add("Zhang San"), await customers.Add("Li Si", unit: c.Store(2)));
        await Promise(c, mine, 9);
        await Promise(c, mine, 1);
        await Promise(c, theirs, 5, store: 2, by: c.RegionalManager);
        await Settle(c, mine, await Promise(c, mine, 5), PromiseOutcome.Kept);
        t.Clock.Now = t.Clock.Now.AddDays(3);
        var view = await t.Do(new ListCustomerPromises(), c.RegionalManager);
        Assert.Equal([Today.AddDays(1), Today.AddDays(5), Today.AddDays(9)], view.Open.Select(p => p.Promise.DueOn!.Value));
        Assert.Equal([true, false, false], view.Open.Select(p => p.Promise.IsOverdue(view.Now)));
        Assert.Equal([("N", 3L, 1L, 1L), ("N1", 2, 1, 1), ("N2", 1, 0, 0)], view.Units.Select(u => (u.Unit.Code, u.Open, u.Overdue, u.Kept.N ?? 0)));
        Assert.Equal(["Li Si"], (await t.Do(new ListCustomerPromises(c.Store(2)), c.RegionalManager)).Open.Select(p => p.CustomerName));
        // The own units only; names as far as the role goes.
        Assert.Equal(2, (await t.Do(new ListCustomerPromises(), c.FrontLine)).Count);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ListCustomerPromises(c.Store(2)), c.FrontLine));
        Assert.All((await t.Do(new ListCustomerPromises(), c.Analyst)).Open, p => Assert.Equal(("T•••", true), (p.Promise.Words, p.CustomerName!.EndsWith("•••", StringComparison.Ordinal))));
    }

    [Theory, EachDatabase]
    public async Task A_promise_to_a_customer_that_was_merged_is_read_and_settled_at_the_one_that_goes_on(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, customers) = await In(t);
        var (goesOn, merged) = (await customers.Add("Zhang San"), await customers.Add("Zhang S."));
        var id = await Promise(c, merged);
        await t.Do(new MergeCustomers(goesOn, merged), c.StoreManager);
        Assert.Equal(id, Assert.Single((await t.Do(new ShowCustomer(goesOn), c.FrontLine)).Promises).Id);
        Assert.NotNull((await Settle(c, goesOn, id, PromiseOutcome.Broken)).CaseNumber);
        await Promise(c, merged);
        Assert.Equal(2, (await t.Do(new ShowCustomer(goesOn), c.FrontLine)).Promises.Count);
    }

    [Theory, EachDatabase]
    public async Task Promises_are_made_where_one_works_to_customers_in_care_about_what_is_yet_to_come(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (c, customers) = await In(t);
        var (mine, theirs) = (await customers.Add("Zhang San"), await customers.Add("Li Si", unit: c.Store(3)));
        await Assert.ThrowsAsync<NotFound>(() => Promise(c, theirs));
        await Assert.ThrowsAsync<NotFound>(() => Promise(c, mine, store: 2));
        await Assert.ThrowsAsync<Invalid>(() => Promise(c, mine, -1));
        await Assert.ThrowsAsync<Invalid>(() => Promise(c, mine, indicator: "NOT1"));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new PromiseToCustomer(mine, c.Store(1), " ", Today.AddDays(1)), c.FrontLine));
        // The installation is nobody that a customer could hold to it.
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new PromiseToCustomer(mine, c.Store(1), "Ready", Today.AddDays(1))));
        await t.Do(new PromiseToCustomer(mine, c.Store(1), "Ready", Today.AddDays(1)) { PromisedBy = c.FrontLine.Person });
        Assert.Single(await Work(c));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new PromiseToCustomer(mine, c.Store(1), "Ready", Today.AddDays(1)) { PromisedBy = c.Agency.Person }));
        await Promise(c, mine, 1, time: new(16, 30));
        Assert.Contains((await t.Do(new ShowCustomer(mine), c.FrontLine)).Promises, p => p.DueOn is null && p.DueAt.Minute == 30);
        Assert.All((await t.Do(new ListAudit(new() { Operation = nameof(PromiseToCustomer) }))).Rows, r => Assert.DoesNotContain("part", r.Subject));
    }
}
