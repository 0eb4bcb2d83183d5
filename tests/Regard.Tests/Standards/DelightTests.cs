using Regard.Customers;
using Regard.Measures;
using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
using Regard.Storage;
using Regard.Tests.Customers;
namespace Regard.Tests.Standards;

public class DelightTests
{
    static Task<Id<Delight>> Save(KnownCustomers g, string name) => g.Test.Do(new SaveDelight(Text.OneFor(Language.English, name)), g.Company.Analyst);

    static Task Note(KnownCustomers g, Id<Delight> delight, Id<Customer>? customer = null, int store = 1, Id<DelightAct>? key = null, Caller? by = null) =>
        g.Test.Do(new NoteDelight(key ?? new(Guid.NewGuid()), delight, g.Company.Store(store), customer), by ?? g.Company.FrontLine);

    [Theory, EachDatabase]
    public async Task Acts_are_told_for_each_hundred_visits_of_customers_with_the_interval_of_a_count(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (tea, card) = (await Save(g, "Tea brought to the car"), await Save(g, "A card on the birthday"));
        var regular = await g.Add("Zhang San");
        // Forty visits: two things on one day are one of them, a call is none.
        for (var i = 0; i < 40; i++) await g.Bought(regular, $"{new DateOnly(2031, 3, 1).AddDays(i):yyyy-MM-dd}", kind: i % 2 == 0 ? EventKind.Visit : EventKind.WorkOrder);
        await g.Bought(regular, "2031-03-01", 999);
        await g.Bought(regular, "2031-04-29", kind: EventKind.Call);
        await g.Bought(regular, "2030-03-01", kind: EventKind.Visit);
        await Note(g, tea, regular);
        var key = new Id<DelightAct>(Guid.NewGuid());
        for (var i = 0; i < 2; i++) await Note(g, card, key: key);
        await Note(g, card);
        await Note(g, card, store: 2, by: g.Company.RegionalManager);
        var view = await t.Do(new ShowDelights(), g.Company.RegionalManager);
        Assert.Equal([("A card on the birthday", 3L), ("Tea brought to the car", 1)], view.Delights.Select(d => (d.Delight.Names.In(Language.English), d.Acts)));
        var rate = PoissonRate.Of(3, 40, 100);
        var own = view.Units.Single(u => u.Unit.Code == "N1");
        Assert.Equal((3L, 7.5, rate.Lower, rate.Upper, 40L), (own.Acts, own.Rate.Value!.Value, own.Rate.Lower, own.Rate.Upper, own.Rate.N!.Value));
        Assert.Equal((4L, 10.0), view.Units.Where(u => u.Unit.Code == "N").Select(u => (u.Acts, u.Rate.Value!.Value)).Single());
        // No visits, no rate.
        Assert.Equal((1L, false), view.Units.Where(u => u.Unit.Code == "N2").Select(u => (u.Acts, u.Rate.Given)).Single());
        Assert.Equal([3L], (await t.Do(new ShowDelights(), g.Company.FrontLine)).Units.Select(u => u.Acts));
    }

    [Theory, EachDatabase]
    public async Task A_rate_over_few_visits_is_withheld(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        await Note(g, await Save(g, "Tea"));
        var regular = await g.Add("Zhang San");
        for (var i = 1; i < ShowDelights.LeastVisits; i++) await g.Bought(regular, $"{new DateOnly(2031, 3, 1).AddDays(i):yyyy-MM-dd}");
        Assert.All((await t.Do(new ShowDelights())).Units, u => Assert.Equal(Withheld.TooFew, u.Rate.Withheld));
        await g.Bought(regular, "2031-04-28");
        Assert.All((await t.Do(new ShowDelights())).Units, u => Assert.True(u.Rate.Given));
    }

    [Theory, EachDatabase]
    public async Task The_catalogue_is_kept_by_those_who_edit_standards_and_acts_are_noted_where_one_works(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (tea, theirs) = (await Save(g, "Tea"), await g.Add("Li Si", unit: g.Company.Store(3)));
        await t.Do(new SaveDelight(Text.OneFor(Language.English, "Green tea"), tea), g.Company.Executive);
        Assert.Equal(["Green tea"], (await t.Do(new ListDelights(), g.Company.FrontLine)).Select(d => d.Names.In(Language.English)));
        await Assert.ThrowsAsync<Invalid>(() => Save(g, " "));
        await Assert.ThrowsAsync<NotFound>(() => Note(g, tea, store: 2));
        await Assert.ThrowsAsync<NotFound>(() => Note(g, tea, theirs));
        await Note(g, tea);
        await t.Do(new DropDelight(tea), g.Company.Analyst);
        await Assert.ThrowsAsync<NotFound>(() => Note(g, tea));
        Assert.Equal(1, Assert.Single((await t.Do(new ShowDelights(), g.Company.FrontLine)).Delights).Acts);
    }
}
