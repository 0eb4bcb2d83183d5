using Regard.Audit;
using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
using Regard.Storage;
namespace Regard.Tests.Loyalty;

public class RiskTests
{
    // The test's day is 2031-05-01. Patience is 80 days, so that a quarter without a purchase is a loss.
    static readonly Dictionary<string, int> days = new() { [ChurnRule.AllOthers] = 80 };

    /// <summary>Eight hundred customers who buy each quarter until they leave; a declined sale makes that likelier.</summary>
    static async Task<GivenBase> Base(TestOffice t, int customers = 800)
    {
        var given = await GivenBase.In(t);
        await t.Do(new SetChurnRule(days), given.Company.Executive);
        var (begin, draws) = (new DateOnly(2029, 1, 1), Draws.Seeded(11));
        var declines = new List<(int, DateOnly)>();
        var rows = new List<(int, string, IReadOnlyList<(DateOnly, long)>)>();
        for (var c = 0; c < customers; c++)
        {
            var (draw, purchases) = (draws.Of(c), new List<(DateOnly, long)>());
            for (var q = draw.Below(6); q <= 9; q++)
            {
                var day = begin.AddMonths(3 * q);
                if (q < 9 || draw.Below(2) == 0) purchases.Add((q == 9 ? new(2031, 4, 20) : day.AddDays(35 + draw.Below(25)), 10_000 + draw.Below(90_000)));
                var declined = draw.Uniform() < 0.3;
                if (declined && q < 9) declines.Add((c, day.AddDays(62)));
                if (draw.Uniform() < (declined ? 0.55 : 0.12)) break;
            }
            rows.Add((1 + c % 4, c % 2 == 0 ? "fleet" : "private", purchases));
        }
        var keys = await given.Customers(rows);
        await given.Events(declines.Select(d => (keys[d.Item1], EventKind.DeclinedSale, d.Item2)));
        await given.NameAll("Wang Fang");
        await given.WorkOut();
        return given;
    }

    [Theory, EachDatabase]
    public async Task Customers_at_risk_come_with_reasons_the_most_at_stake_first_and_the_model_with_its_test(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var view = await t.Do(new ShowRisk(), given.Company.Executive);
        var f = view.Figures!;
        Assert.Null(f.Refusal);
        Assert.True(f.Auc!.Lower > 0.5);
        Assert.True(f.Until < f.TestFrom);
        Assert.True(f.Coefficients.Single(c => c.Feature == "declined").OddsRatio > 1.5);
        Assert.Equal(view.Total, f.Scored);
        Assert.Equal(view.Rows.OrderByDescending(r => r.Stake).Select(r => r.CustomerId), view.Rows.Select(r => r.CustomerId));
        Assert.All(view.Rows, r => { Assert.InRange(r.Risk, 0, 1); Assert.Equal(RiskFound.Reasons, r.Causes.Count); });
        var warned = view.Rows.First(r => r.Causes.Any(c => c is { Feature: "declined", Value: > 0 }));
        Assert.True(warned.Causes.First(c => c.Feature == "declined").Raises);
        var standing = await given.Standing(view.Rows[0].CustomerId);
        Assert.Equal(standing.Risk!.Value * (standing.Lifetime ?? standing.Worth), standing.Stake!.Value, 6);
    }

    [Theory, EachDatabase]
    public async Task Risk_is_told_of_the_own_customers_only_by_grade_and_segment_and_without_names_for_the_analyst(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t);
        var (all, own) = (await t.Do(new ShowRisk(), given.Company.Executive), await t.Do(new ShowRisk(), given.Company.StoreManager));
        Assert.InRange(own.Total, 1, all.Total / 2);
        Assert.All(own.Rows, r => Assert.Equal(given.Company.Store(1), r.UnitId));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowRisk(given.Company.South), given.Company.StoreManager));
        var fleet = await t.Do(new ShowRisk(Grade: "A", Segment: "fleet"), given.Company.Executive);
        Assert.InRange(fleet.Total, 1, all.Total);
        Assert.All(fleet.Rows, r => Assert.Equal(("A", "fleet"), (r.Grade, r.Segment)));
        Assert.Contains("Wang Fang", await t.Do(new ExportRisk(), given.Company.Executive));
        var masked = await t.Do(new ExportRisk(), given.Company.Analyst);
        Assert.DoesNotContain("Wang Fang", masked);
        Assert.Contains("W•••", masked);
        Assert.Equal(2, (await t.Do(new ListAudit(new AuditFilter()), given.Company.Executive)).Rows.Count(r => r.Operation == nameof(ExportRisk)));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new ShowRisk(), given.Company.Agency));
    }

    [Theory, EachDatabase]
    public async Task With_few_customers_no_risk_is_told_and_it_is_said_why(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await Base(t, 40);
        var view = await t.Do(new ShowRisk(), given.Company.Executive);
        Assert.Equal(RiskRefusal.TooFewRows, view.Figures!.Refusal);
        Assert.Empty(view.Rows);
    }
}
