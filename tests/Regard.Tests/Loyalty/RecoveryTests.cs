using Regard.Loyalty;
using Regard.Storage;
namespace Regard.Tests.Loyalty;

/// <summary>Customers grown by a written-down model, worked out through the door, and found again.</summary>
public class RecoveryTests
{
    const double R = 2, Alpha = 12, A = 1.2, B = 4, P = 4, Q = 5, Gamma = 40_000;
    static readonly DateOnly today = new(2031, 5, 1);

    [Theory, EachDatabase]
    public async Task The_models_find_again_what_customers_were_grown_by(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        var chance = new Chance(23);
        var (all, present) = (new List<(int, string, IReadOnlyList<(DateOnly, long)>)>(), 0);
        for (var i = 0; i < 4000; i++)
        {
            var (purchases, stays) = Grow(chance);
            all.Add((1 + i % 4, i % 3 == 0 ? "fleet" : "private", purchases));
            if (stays) present++;
        }
        await given.Customers(all);
        await given.WorkOut();

        var rules = await t.Do(new ListLoyaltyRules(), given.Company.Executive);
        var models = WorkingModels.Read(rules.Working!.Models);
        Assert.All(models.Purchases!.Names.Zip([R, Alpha, A, B]), p => Holds(models.Purchases, p.First, p.Second));
        Assert.All(models.Spend!.Names.Zip([P, Q, Gamma]), p => Holds(models.Spend, p.First, p.Second));
        Assert.NotNull(rules.Suggestion);

        var rows = await t.Do(new ShowBase(), given.Company.Executive);
        Assert.Equal(4000, rows.Base!.Counts.Sum(c => c.Customers));
        Assert.True(rows.Base.TopFifth is { Lower: > 0.2, Upper: < 1 });
        Assert.Equal(rows.Base.Counts.Sum(c => c.Worth), rows.Below.Sum(b => b.Base.Counts.Sum(c => c.Worth)), 1e-6 * rows.Base.Counts.Sum(c => c.Worth));

        var alive = await given.Sum("alive");
        Assert.InRange(alive / present, 0.97, 1.03);
    }

    static void Holds(ModelFigures figures, string name, double truth)
    {
        var i = figures.Names.ToList().IndexOf(name);
        Assert.InRange(truth, figures.Lower[i]!.Value, figures.Upper[i]!.Value);
    }

    /// <summary>Born within three years; buys at a rate of the own, and may leave after each purchase.</summary>
    static (IReadOnlyList<(DateOnly, long)> Purchases, bool Stays) Grow(Chance chance)
    {
        var (rate, leaving, scale) = (chance.Gamma(R) / Alpha, chance.Beta(A, B), chance.Gamma(Q) / Gamma);
        var age = 7 + (int)(chance.Uniform() * 1090);
        var purchases = new List<(DateOnly, long)>();
        var week = 0.0;
        while (true)
        {
            purchases.Add((today.AddDays(-age + (int)Math.Ceiling(7 * week)), Math.Max(1, (long)Math.Round(chance.Gamma(P) / scale))));
            if (chance.Uniform() < leaving) return (purchases, false);
            week += -Math.Log(1 - chance.Uniform()) / rate;
            if (7 * week > age) return (purchases, true);
        }
    }
}
