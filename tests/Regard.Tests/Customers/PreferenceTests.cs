using Regard.Cases;
using Regard.Customers;
using Regard.Standards;
using Regard.Storage;
using Regard.Tests.Standards;
namespace Regard.Tests.Customers;

public class PreferenceTests
{
    static readonly DateOnly day = new(2031, 4, 1);

    [Theory, EachDatabase]
    public async Task What_a_customer_prefers_is_seen_by_whoever_meets_it_and_stays_known_when_it_is_ended(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (customer, merged) = (await g.Add("Zhang San", phone: "13800138000"), await g.Add("Zhang S."));
        var tea = await t.Do(new AddPreference(customer, "Tea without sugar", day), g.Company.FrontLine);
        await t.Do(new AddPreference(merged, "Calls after five", day.AddDays(1)), g.Company.StoreManager);
        await t.Do(new MergeCustomers(customer, merged), g.Company.StoreManager);
        Assert.Equal(["Calls after five", "Tea without sugar"], (await t.Do(new ShowCustomer(customer), g.Company.FrontLine)).Preferences.Select(p => p.Words));
        var call = await t.Do(new NoteCall("c-1", CallState.Ringing, "13800138000", AgentEmail: "fran.line@example.com"), g.Company.FrontLine);
        Assert.Equal(2, (await t.Do(new ShowCall(call.Id), g.Company.FrontLine)).Customer!.Preferences.Count);

        await t.Do(new EndPreference(customer, tea), g.Company.FrontLine);
        var shown = (await t.Do(new ShowCustomer(customer), g.Company.FrontLine)).Preferences;
        Assert.Equal([("Calls after five", true), ("Tea without sugar", false)], shown.Select(p => (p.Words, p.Holds)));
        Assert.Equal("Fran Line", shown[1].EndedBy);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new EndPreference(customer, tea), g.Company.FrontLine));
    }

    [Theory, EachDatabase]
    public async Task Preferences_are_few_and_short_and_of_customers_in_care(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (mine, theirs) = (await g.Add("Zhang San"), await g.Add("Li Si", unit: g.Company.Store(3)));
        foreach (var words in new[] { " ", new string('x', AddPreference.Longest + 1) }) await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddPreference(mine, words, day), g.Company.FrontLine));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddPreference(mine, "Tea", new(2031, 6, 1)), g.Company.FrontLine));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AddPreference(theirs, "Tea", day), g.Company.FrontLine));
        for (var i = 0; i < AddPreference.Most; i++) await t.Do(new AddPreference(mine, $"{i}", day), g.Company.FrontLine);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AddPreference(mine, "one more", day), g.Company.FrontLine));
        Assert.False((await t.Do(new ShowCustomer(mine), g.Company.Analyst)).MayServe);
        Assert.All((await t.Do(new ShowCustomer(mine), g.Company.Analyst)).Preferences, p => Assert.EndsWith("•••", p.Words));
    }

    [Theory, EachDatabase]
    public async Task The_level_that_standards_set_for_a_customers_grade_stands_beside(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenStandards.In(t);
        var g = new KnownCustomers { Company = given.Company };
        await given.Add("REC-01", GivenStandards.Terms("RES1") with { Kind = StandardKind.Limit, Limit = 10, UnitOfMeasure = "min", Grades = [new("A", null, 5), new("B", null, 8)] });
        await given.Add("ADV-01", GivenStandards.Graded(80, 60, "ASS1") with { Grades = [new("A", 95, null)] });
        await given.Add("REC-02", GivenStandards.Terms("ASS3"));
        var (a, c) = (await g.Add("Zhang San"), await g.Add("Li Si"));
        await g.Stands(a, grade: "A");
        await g.Stands(c, grade: "C");
        Assert.Equal([("ADV-01", 95.0, (double?)null), ("REC-01", 100, 5)], (await t.Do(new ShowCustomer(a), given.Company.FrontLine)).ServiceLevels.Select(s => (s.Code, s.Demanded, s.Limit)));
        Assert.Empty((await t.Do(new ShowCustomer(c), given.Company.FrontLine)).ServiceLevels);
    }
}
