using Regard.Cases;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Cases;

public class CaseListTests
{
    /// <summary>So many units that who sees one of them sees few.</summary>
    static async Task<GivenCases> InManyUnits(TestOffice t)
    {
        var g = await GivenCases.In(t);
        for (var i = 0; i < 12; i++) await t.Do(new AddUnit($"S1{i}", $"Store 1{i}", UnitKind.Store, g.Company.South, new(2020, 1, 1)));
        return g;
    }

    static async Task<List<long>> Read(TestOffice t, CaseFilter filter, CaseSort sort, int size, Caller by)
    {
        var (read, after) = (new List<long>(), (string?)null);
        do
        {
            var page = await t.Do(new ListCases(filter, sort, after, size), by);
            read.AddRange(page.Rows.Select(r => r.Number));
            after = page.Next;
        }
        while (after is not null);
        return read;
    }

    [Theory, EachDatabase]
    public async Task Page_by_page_each_case_comes_once_in_every_order_and_those_that_wait_come_last(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await InManyUnits(t);
        var heard = new List<long>();
        for (var i = 0; i < 9; i++)
        {
            heard.Add(await g.Heard(h => h with { Kind = i is 0 or 3 ? CaseKind.Suggestion : CaseKind.Complaint, Words = "Waiting" }));
            // Two and two of the same moment.
            if (i % 2 == 1) t.Clock.Now += TimeSpan.FromMinutes(7);
        }
        foreach (var number in new[] { heard[2], heard[7] }) await t.Do(new PauseCase(number, "Which car?"), g.Company.FrontLine);
        foreach (var number in new[] { heard[0], heard[3] }) await g.Close(number);
        await g.Heard(h => h with { UnitId = g.Company.Store(3), Words = "Waiting elsewhere" }, g.Company.Executive);
        foreach (var by in new[] { g.Company.StoreManager, g.Company.RegionalManager })
        {
            var open = heard.Except([heard[0], heard[3]]).ToList();
            foreach (var size in new[] { 1, 2, 3, 50 })
            {
                var due = await Read(t, new(), CaseSort.Due, size, by);
                Assert.Equal([.. open.Except([heard[2], heard[7]]), heard[2], heard[7]], due);
                Assert.Equal(open, await Read(t, new(), CaseSort.Oldest, size, by));
                Assert.Equal([.. open.AsEnumerable().Reverse()], await Read(t, new(), CaseSort.Newest, size, by));
                Assert.Equal([heard[3], heard[0]], await Read(t, new() { State = CaseState.Closed }, CaseSort.Due, size, by));
                Assert.Equal(heard, await Read(t, new() { IncludeClosed = true }, CaseSort.Oldest, size, by));
                Assert.Equal(due, await Read(t, new() { Query = "waiting" }, CaseSort.Due, size, by));
            }
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_late_is_listed_and_counted(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await InManyUnits(t);
        var early = await g.Heard();
        t.Clock.Now += TimeSpan.FromDays(30);
        await g.Heard();
        foreach (var by in new[] { g.Company.StoreManager, g.Company.Executive, g.Company.FrontLine })
        {
            Assert.Equal([early], (await t.Do(new ListCases(new() { Overdue = true }), by)).Rows.Select(r => r.Number));
            var counts = await t.Do(new CountCases(), by);
            Assert.Equal((2, 1), (counts.Open, counts.Late));
        }
    }

    [Theory, EachDatabase]
    public async Task Whoever_takes_a_case_over_finds_it_by_its_words_wherever_it_happened(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await InManyUnits(t);
        var south = await g.Company.Person("Sid South", Role.FrontLine, g.Company.Store(3));
        var number = await g.Heard(h => h with { Words = "变速箱漏油" });
        async Task<IEnumerable<long>> Found(Caller by) => (await t.Do(new ListCases(new() { Query = "漏油" }), by)).Rows.Select(r => r.Number);
        Assert.Empty(await Found(south));
        await g.Handed(number, g.Company.FrontLine, south);
        Assert.Equal([number], await Found(south));
        Assert.Equal([number], await Found(g.Company.FrontLine));
        Assert.Equal([number], (await t.Do(new ListCases(new() { Query = "漏油", Mine = true }), south)).Rows.Select(r => r.Number));
    }
}
