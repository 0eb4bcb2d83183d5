using Regard.Files;
using Regard.Storage;
namespace Regard.Tests.Customers;

public class ImportOwnedTests
{
    [Theory, EachDatabase]
    public async Task Vehicles_are_taken_found_by_their_plate_and_told_when_another_bears_it(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        Assert.Equal(1, (await g.Assets("车辆编号,客户编号,类别,车牌,车架号,购车日期\nV1,K1,车辆,浙A·12345,lvshf1,2030-01-05\n")).Added);
        Assert.Equal(1, (await g.Assets("asset_id,customer,kind,plate,serial,from\nV1,K1,车辆,浙A 12345,LVSHF1,2030/1/5\n")).Unchanged);
        Assert.Equal(["浙A12345|LVSHF1"], await g.Rows("select plate || '|' || serial from assets"));
        Assert.Contains("a12345", (await g.Rows("select words from customers where external_id = 'K1'")).Single());
        var other = await g.Assets("asset_id,customer,kind,plate\nV2,K2,车辆,浙A-12345\n");
        Assert.Equal((1, Likeness.Plate, 1), (other.LookAlikesFound, other.LookAlikes[0].Because, other.LookAlikes[0].CustomerNumber));
    }

    [Theory, EachDatabase]
    public async Task An_asset_changes_hands_only_when_the_first_holder_has_let_go(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        await g.Assets("asset_id,customer,kind,until\nV1,K1,car,\n");
        Assert.Contains("another customer", (await g.Assets("asset_id,customer,kind\nV1,K2,car\n")).Problems.Single().Words.ToString());
        Assert.Equal(1, (await g.Assets("asset_id,customer,kind,until\nV1,K1,car,2031-03-01\n")).Updated);
        Assert.Equal(1, (await g.Assets("asset_id,customer,kind,from\nV1,K2,car,2031-03-02\n")).Added);
        Assert.Equal(2, (await g.Assets("asset_id,customer,kind,from,until\nV3,K1,car,2031-03-02,2031-03-01\nV4,nobody,car,,\n")).ProblemsFound);
    }

    [Theory, EachDatabase]
    public async Task Contracts_are_taken_and_those_that_end_before_they_begin_are_not(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        const string file = "contract_id,customer,kind,unit,from,until,ended_on,ended_because,yearly_amount\nD1,K1,maintenance,N1,2030-05-01,2032-04-30,,,1680\nD2,K1,insurance,,2029-01-01,,2030-12-31,sold the car,\n";
        Assert.Equal(2, (await g.Contracts(file)).Added);
        Assert.Equal(2, (await g.Contracts(file)).Unchanged);
        var bad = await g.Contracts("contract_id,customer,kind,from,until,ended_on\nD3,K1,x,2031-02-01,2031-01-31,\nD4,K1,x,2031-02-01,,2031-01-31\nD1,K2,x,2031-02-01,,\nD6,K2,x,2030-05-01,,\nD7,K1,,2031-02-01,,\n", RowMode.GoodRows);
        Assert.Equal(["until", "ended_on", "customer", "from", "kind"], bad.Problems.Select(p => p.Column));
    }

    [Theory, EachDatabase]
    public async Task A_word_on_consent_is_kept_by_day_and_the_last_of_a_day_holds(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenCustomers.Two(t);
        Assert.Equal(2, (await g.Consents("customer,purpose,channel,given,said_on,source\nK1,survey,email,yes,2031-01-05,form\nK1,营销,电话,否,2031-01-05,\n")).Added);
        Assert.Equal(1, (await g.Consents("customer,purpose,channel,given,said_on\nK1,survey,email,no,2031-01-05\n")).Updated);
        Assert.Equal(["Marketing|Phone", "Survey|Email"], await g.Rows("select purpose || '|' || channel from consents where not given order by purpose"));
        var bad = await g.Consents("customer,purpose,channel,given,said_on\nK1,fun,email,yes,2031-01-05\nK1,survey,pigeon,yes,2031-01-05\nK1,survey,email,maybe,2031-01-05\nK1,survey,email,yes,2032-01-05\n", RowMode.GoodRows);
        Assert.Equal(["purpose", "channel", "given", "said_on"], bad.Problems.Select(p => p.Column));
    }
}
