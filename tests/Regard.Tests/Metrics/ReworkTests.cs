using System.Text;
using Regard.Customers.Intake;
using Regard.Metrics;
using Regard.Storage;
using Regard.Tests.Organisation;
using static Regard.Tests.Metrics.GivenSeries;
namespace Regard.Tests.Metrics;

public class ReworkTests
{
    static async Task Happened(TestOffice t, Company c, params IReadOnlyList<string> rows)
    {
        Stream File(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
        await t.Do(new ImportCustomers(File("external_id,name,unit\nC1,One,N1\nC2,Two,N1\nC3,Three,S3\n"), "c.csv"), c.Executive);
        await t.Do(new ImportAssets(File("asset_id,customer,kind\nV1,C1,vehicle\nV2,C1,vehicle\nV3,C2,vehicle\n"), "a.csv"), c.Executive);
        var report = (await t.Do(new ImportEvents(File("event_id,customer,kind,date,unit,asset,fault\n" + string.Concat(rows.Select((r, i) => $"E{i},{r}\n"))), "e.csv"), c.Executive)).Report;
        Assert.Equal(0, report.TurnedAway);
    }

    [Theory, EachDatabase]
    public async Task The_same_fault_of_the_same_vehicle_within_thirty_days_is_rework_of_the_workshop_that_had_it_first(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t);
        await Happened(t, c,
            "C1,work_order,2031-01-05,N1,V1,BRK", "C1,work_order,2031-01-20,N2,V1,BRK", // back after 15 days, to another workshop
            "C1,work_order,2031-01-06,N1,V2,BRK", // another vehicle
            "C2,work_order,2031-01-10,N1,V3,ENG", "C2,work_order,2031-02-12,N1,V3,ENG", // after 33 days
            "C2,work_order,2031-01-10,N1,V3,AIR", "C2,work_order,2031-01-10,N1,V3,AIR", "C2,visit,2031-02-05,N1,V3,AIR", // two lines of one order, and a visit in the next month
            "C2,work_order,2031-01-11,N1,V3,", "C3,work_order,2031-01-11,S3,,", // name no fault
            "C2,work_order,2031-04-20,N1,V3,AIR"); // its thirty days are not over
        Assert.Equal(2, await t.Do(new WorkOutRework(), c.Executive));
        var view = await t.Do(new ShowSeries(ReworkSeries.Rework, c.Store(1)), c.Executive);
        // January of store 1: of V1 BRK, V2 BRK, V3 ENG and V3 AIR two came back.
        Assert.Equal([(new DateOnly(2031, 1, 1), 50.0, 4L), (new DateOnly(2031, 2, 1), 0.0, 1L)], view.Points.Reverse().Select(p => (p.Day, p.Value, p.N!.Value)));
        Assert.Equal(50, (await t.Do(new ShowSeries(ReworkSeries.Ftr, c.Store(1)), c.Executive)).Course[0].Value);
        var rework = await t.Do(new ShowRework(c.Store(1)), c.StoreManager);
        Assert.Equal((0.4, 5L), (rework.Own.Again.Value!.Value, rework.Own.Again.N));
        Assert.True(rework.Own.Again.Lower < 0.4 && rework.Own.Again.Upper > 0.4);
        Assert.True(rework.Own is { Orders: 7, Named: 6 }, $"{rework.Own.Named} of {rework.Own.Orders}");
        // No work order of store 3 names its fault: nothing can be told, least of all zero.
        var south = await t.Do(new ShowRework(c.South), c.Executive);
        Assert.True(south.Own.Again.Withheld && south.Own is { Orders: 1, Named: 0 } or { Orders: 0 });
        // With other days the same months are worked out anew; what stood there is kept.
        await t.Do(new SetMetricSettings(new MetricSettings { ReworkDays = 40 }), c.Executive);
        await t.Do(new WorkOutRework(36), c.Executive);
        Assert.Equal(75, (await t.Do(new ShowSeries(ReworkSeries.Rework, c.Store(1)), c.Executive)).Course[0].Value);
    }

    [Theory, EachDatabase]
    public async Task What_returns_cost_is_summed_where_their_orders_say_it_and_falls_to_the_first_workshop(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t);
        await Happened(t, c, "C1,work_order,2031-01-05,N1,V1,BRK", "C2,work_order,2031-01-07,N1,V3,AIR");
        await t.Do(new WorkOutRework(), c.Executive);
        Assert.True((await t.Do(new ShowRework(), c.Executive)) is { Currency: null, Own: { Cost: null, Costed: 0 } });
        Stream File(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));
        var report = (await t.Do(new ImportEvents(File("event_id,customer,kind,date,unit,asset,fault,amount,currency,cost\nR1,C1,work_order,2031-01-20,N2,V1,BRK,,CNY,300.50\nR2,C1,work_order,2031-01-20,N2,V1,BRK,,CNY,99.50\nR3,C1,work_order,2031-02-03,N2,V1,BRK,,CNY,\nR4,C2,visit,2031-01-09,N1,V3,AIR,,CNY,50\nR5,C2,work_order,2031-02-20,N1,V3,OIL,500,CNY,410\n"), "e.csv"), c.Executive)).Report;
        Assert.Equal(0, report.TurnedAway);
        await t.Do(new WorkOutRework(36), c.Executive);
        var rework = await t.Do(new ShowRework(), c.Executive);
        // Store 1: BRK came back for 400, AIR for 50. Store 2: BRK came back again, and its order does not say for how much. What never came back is no rework.
        Assert.Equal(("CNY", 450.0, 2L, 3L), (rework.Currency, rework.Own.Cost, rework.Own.Costed, rework.Own.Returns));
        var north = (await t.Do(new ShowRework(c.North), c.Executive)).Rows.ToDictionary(r => r.Unit.Id);
        Assert.Equal((450.0, 2L, 2L), (north[c.Store(1)].Cost, north[c.Store(1)].Costed, north[c.Store(1)].Returns));
        Assert.Equal((null, 0L, 1L), (north[c.Store(2)].Cost, north[c.Store(2)].Costed, north[c.Store(2)].Returns));
        Assert.Equal(450, (await t.Do(new ShowSeries(ReworkSeries.Cost, c.Store(1)), c.StoreManager)).Points.Single().Value);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveSeries(Of(ReworkSeries.Cost)), c.Executive));
    }

    [Theory, EachDatabase]
    public async Task Nobody_writes_into_what_is_worked_out_and_only_the_whole_company_has_it_worked_out(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await In(t);
        Assert.Equal(0, await t.Do(new WorkOutRework(), c.Executive));
        Assert.Null((await t.Do(new ShowRework(), c.Executive)).Until);
        await Happened(t, c, "C1,work_order,2031-01-05,N1,V1,BRK");
        await t.Do(new WorkOutRework(), t.Installation);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new NotePoints(ReworkSeries.Rework, At(c.Store(1), "2031-01-01", 0)), c.Executive));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveSeries(Of(ReworkSeries.Ftr)), c.Executive));
        Assert.Equal(1, (await t.Bring($"unit,day,{ReworkSeries.Ftr}\nN1,2031-01,100\n", c.Executive)).Report.TurnedAway);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new WorkOutRework(36), c.StoreManager));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SetMetricSettings(new()), c.RegionalManager));
        Assert.Equal("ReworkDays", (await Assert.ThrowsAsync<Invalid>(() => t.Do(new SetMetricSettings(new MetricSettings { ReworkDays = 0 }), c.Executive))).Problems[0].Field);
    }
}
