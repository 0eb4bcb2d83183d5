using Regard.Customers;
using Regard.Loyalty;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Loyalty;
namespace Regard.Tests.Customers;

/// <summary>Promoters are invited to refer, and whom they name is followed to the first purchase.</summary>
public class ReferralTests
{
    // The test's day is 2031-05-01.
    static async Task<(GivenAnswers G, List<Id<Customer>> Keys)> Promoters(TestOffice t)
    {
        var given = await GivenBase.In(t);
        await t.Do(new SetChurnRule(new Dictionary<string, int> { [ChurnRule.AllOthers] = 365 }), given.Company.Executive);
        var g = await GivenAnswers.In(given, new NpsItem { Key = "nps", Title = GivenAnswers.Same("nps") });
        var keys = await given.Customers([.. Enumerable.Range(0, 4).Select(i => (i < 3 ? 1 : 3, "", (IReadOnlyList<(DateOnly, long)>)[(new DateOnly(2031, 1, 1), 100L * (i + 1))]))]);
        byte[] recommends = [9, 10, 8, 10];
        await g.Answered(keys.Select((k, i) => (k, i < 3 ? 1 : 3, new byte[] { 5, recommends[i] }, new DateOnly(2031, 2, 1), (string?)null)));
        foreach (var (i, k) in keys.Index()) await t.Do(new SetConsent(k, Purpose.Marketing, Channel.Phone, i != 1, new(2031, 2, 2), "form"), given.Company.Executive);
        await given.WorkOut();
        return (g, keys);
    }

    [Theory, EachDatabase]
    public async Task Promoters_who_agreed_are_listed_and_an_invitation_gives_them_rest(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (g, keys) = await Promoters(t);
        var company = g.Base.Company;
        var view = await t.Do(new ListReferrals(), company.Executive);
        Assert.Equal((3L, 2L, 2L), (view.Promoters, view.Willing, view.ToInvite));
        Assert.Equal([keys[3], keys[0]], view.Rows.Select(r => r.CustomerId));
        Assert.Equal([Channel.Phone], view.Rows[0].Channels);
        Assert.Equal(keys[0], Assert.Single((await t.Do(new ListReferrals(), company.StoreManager)).Rows).CustomerId);
        await t.Do(new InviteToRefer(keys[0], Channel.Phone), company.StoreManager);
        view = await t.Do(new ListReferrals(), company.Executive);
        Assert.Equal((1L, 1L), (view.ToInvite, view.Invited));
        Assert.True(view.Referring.Withheld);
        // Nobody who said no, or nothing, is invited.
        await Assert.ThrowsAsync<Refused>(() => t.Do(new InviteToRefer(keys[1], Channel.Phone), company.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new InviteToRefer(keys[0], Channel.Email), company.Executive));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new InviteToRefer(keys[3], Channel.Phone), company.StoreManager));
        await t.Do(new SetConsent(keys[3], Purpose.Marketing, Channel.Phone, false, new(2031, 4, 1), "call"), company.Executive);
        Assert.Empty((await t.Do(new ListReferrals(), company.Executive)).Rows);
    }

    [Theory, EachDatabase]
    public async Task A_lead_is_followed_to_the_first_purchase(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (g, keys) = await Promoters(t);
        var company = g.Base.Company;
        var lead = await t.Do(new NoteLead(keys[0], "陈敏", "139 0000 0000"), company.StoreManager);
        var fresh = await g.Base.Customer(1, "");
        var number = (await t.Do(new ShowCustomer(fresh), company.StoreManager)).Customer.Number;
        Assert.Null(Assert.Single((await t.Do(new ListReferrals(), company.StoreManager)).Shown).Customer);
        await t.Do(new LinkLead(keys[0], lead, number), company.StoreManager);
        var shown = Assert.Single((await t.Do(new ListReferrals(), company.StoreManager)).Shown);
        Assert.Equal((fresh, (DateOnly?)null), (shown.Customer!.CustomerId, shown.FirstPurchase));
        await g.Base.Buys(fresh, 1, "2031-05-10 30.00", "2031-05-20 5.00");
        var view = await t.Do(new ListReferrals(), company.StoreManager);
        Assert.Equal((new DateOnly(2031, 5, 10), 3500L, 1L, 1L), (view.Shown[0].FirstPurchase!.Value, view.Shown[0].Spent, view.Leads, view.Bought));
        // The analyst sees what came of it, not who it was.
        Assert.Equal("陈•••", (await t.Do(new ListReferrals(), company.Analyst)).Shown[0].Name);

        var other = await t.Do(new NoteLead(keys[3], "Bob"), company.Executive);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new LinkLead(keys[3], other, number), company.Executive));
        var self = (await t.Do(new ShowCustomer(keys[3]), company.Executive)).Customer.Number;
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new LinkLead(keys[3], other, self), company.Executive));
        // Who had bought before is nobody's lead.
        var old = (await t.Do(new ShowCustomer(keys[2]), company.Executive)).Customer.Number;
        await Assert.ThrowsAsync<Refused>(() => t.Do(new LinkLead(keys[3], other, old), company.Executive));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new NoteLead(keys[3], " "), company.Executive));
        await t.Do(new RemoveLead(keys[3], other), company.Executive);
        Assert.Equal(1, (await t.Do(new ListReferrals(), company.Executive)).Leads);
    }

    [Theory, EachDatabase]
    public async Task Suppliers_are_asked_and_listed_apart_but_never_graded_or_counted_as_customers(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.In(t);
        await g.Customers("external_id,name,unit,kind,account\nK1,李娜,N1,person,\nS1,Acme Parts,N1,supplier,\nS2,Bank,N1,partner,\nS1-1,王伟,N1,person,S1\n");
        await g.Events("event_id,customer,kind,date,unit,amount\nE1,K1,purchase,2031-01-01,N1,10\nE2,S1,purchase,2029-01-01,N1,99999\nE3,S1-1,visit,2031-01-02,N1,\n");
        var working = await new CustomerWorking(t.Office, t.Clock).Run(t.Installation);
        Assert.NotNull(working);
        Assert.Equal(["1"], await g.Rows("select cast(count(*) as text) from standings"));
        Assert.Equal(["李娜"], (await t.Do(new FindCustomers(new(), CustomerSort.Newest), g.Company.Executive)).Rows.Select(r => r.Name));
        Assert.Equal(["Bank", "Acme Parts"], (await t.Do(new FindCustomers(new() { Suppliers = true }), g.Company.Executive)).Rows.Select(r => r.Name));
        Assert.Equal("Acme Parts", Assert.Single((await t.Do(new FindCustomers(new() { Suppliers = true, Query = "acme" }), g.Company.Executive)).Rows).Name);
        Assert.Empty((await t.Do(new FindCustomers(new() { Query = "acme" }), g.Company.Executive)).Rows);
        var key = (await t.Do(new FindCustomers(new() { Suppliers = true, Query = "acme" }), g.Company.Executive)).Rows[0].CustomerId;
        var shown = await t.Do(new ShowCustomer(key), g.Company.Executive);
        Assert.Equal((CustomerKind.Supplier, null, 1), (shown.Customer.Kind, shown.Standing, shown.Contacts.Count));
        Assert.Contains(shown.Timeline.Entries, e => e.EventKind == EventKind.Purchase);
        // Customers do not become suppliers, nor the other way round.
        Assert.Equal(1, (await g.Customers("external_id,kind\nK1,supplier\n")).TurnedAway);
        Assert.Equal(1, (await g.Customers("external_id,kind\nS1,account\n")).TurnedAway);
        // Asked like anybody: by their own number, and they stay what they are.
        var (_, version, tree) = await Regard.Tests.Surveys.GivenForm.Short(t);
        var programme = await t.Do(new StartProgramme("Suppliers", MinimumN: 5));
        var wave = await t.Do(new PlanWave(programme, "2031", version, tree, new(2031, 5, 1), new(2031, 5, 31)));
        await t.Do(new OpenWave(wave));
        await t.Do(new UploadContacts(wave, GivenCustomers.Csv("external_id,unit\nS1,N1\n"), "suppliers.csv"));
        Assert.Single(await t.Do(new MakeInvitations(wave)));
        Assert.Equal(CustomerKind.Supplier, (await t.Do(new ShowCustomer(key), g.Company.Executive)).Customer.Kind);
    }
}
