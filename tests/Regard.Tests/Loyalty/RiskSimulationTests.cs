using Regard.Customers;
using Regard.Loyalty;
using Regard.Statistics;
namespace Regard.Tests.Loyalty;

/// <summary>Customers who leave by a law that is written down: the model has to find it.</summary>
public class RiskSimulationTests
{
    const int Days = 80, Customers = 4000;
    static readonly DateOnly asOf = new(2031, 5, 1);

    /// <summary>Chance to be lost from a quarter's beginning: declined sales and dissatisfaction raise it, satisfaction and many purchases lower it.</summary>
    static double Chance(int declined, bool? satisfied, int purchases) =>
        1 / (1 + Math.Exp(-(-1.6 + 1.2 * Math.Log(1 + declined) + (satisfied == false ? 1.1 : satisfied == true ? -0.8 : 0) - 0.5 * Math.Log(purchases))));

    [Fact]
    public void Risk_finds_what_makes_customers_leave_is_tested_on_later_time_and_neither_too_bold_nor_too_shy()
    {
        var (book, truth) = Simulated(seed: 4);
        var quarters = new Quarters(book.Events.Day.Min(), asOf);
        var rule = Rule(Days);
        var facts = FactFinding.Of(book, quarters, rule.DaysOf);
        var found = RiskFound.Of(book, facts, quarters, rule);
        var f = found.Figures;

        Assert.Null(f.Refusal);
        Assert.All(new[] { ("declined", true), ("dissatisfied", true), ("satisfied", false), ("purchases", false) }, c =>
            Assert.Equal(c.Item2, f.Coefficients.Single(x => x.Feature == c.Item1).OddsRatio > 1));
        Assert.True(f.Until!.Value.DayNumber + Days <= f.TestFrom!.Value.DayNumber, "What was learnt from had passed when the test began.");
        Assert.Equal(quarters.Begins[^2] - 1, f.TestFrom!.Value.DayNumber);
        var test = truth.Where(t => t.Day == f.TestFrom!.Value.DayNumber).ToList();
        Assert.Equal(test.Count, f.TestRows);
        var best = RocCurve.Of([.. test.Select(t => t.Chance)], [.. test.Select(t => t.Lost)]).Auc;
        Assert.InRange(f.Auc!.Value, best.Value!.Value - 0.02, best.Value!.Value + 0.02);
        Assert.InRange(1, f.Slope!.Lower, f.Slope.Upper);
        Assert.InRange(f.Slope.Value, 0.85, 1.15);
        Assert.InRange(0, f.Intercept!.Lower, f.Intercept.Upper);
        Assert.Equal(10, f.Bins.Count);
        Assert.Equal(f.TestRows, f.Bins.Sum(b => b.N));
    }

    [Fact]
    public void Risk_and_reasons_are_the_same_whatever_the_order_of_the_customers()
    {
        var (book, _) = Simulated(seed: 5, customers: 600);
        var (turned, order) = Turned(book);
        var (one, other) = (Worked(book), Worked(turned));
        for (var c = 0; c < book.Count; c++) Assert.Equal(one.Risks[order[c]], other.Risks[c], 9);
    }

    [Fact]
    public void Each_reason_pushes_the_way_it_says_and_the_largest_comes_first()
    {
        var (book, _) = Simulated(seed: 6);
        var found = Worked(book);
        var average = found.Risks.Where(r => !double.IsNaN(r)).Average();
        var scored = 0;
        for (var c = 0; c < book.Count; c++)
        {
            if (double.IsNaN(found.Risks[c])) continue;
            var causes = RiskCause.Read(FoundCause.Write(found.Causes.AsSpan(3 * c, 3), book.Segments[c]));
            Assert.Equal(3, causes.Count);
            Assert.Equal(causes.OrderByDescending(x => Math.Abs(x.Effect)), causes);
            if (causes.Any(x => x is { Feature: "dissatisfied", Value: 1 })) { Assert.True(causes.First(x => x.Feature == "dissatisfied").Raises); scored++; }
        }
        Assert.True(scored > 20);
        Assert.InRange(average, 0.05, 0.6);
    }

    [Fact]
    public void Nothing_is_told_where_nothing_can_be_known()
    {
        Assert.Equal(RiskRefusal.TooShort, Refusal(Simulated(1, 300).Book, 2000));
        Assert.Equal(RiskRefusal.TooFewRows, Refusal(Simulated(1, 20).Book, Days));
        Assert.Equal(RiskRefusal.TooFewLost, Refusal(Simulated(1, 300, faithful: true).Book, Days));
    }

    static RiskRefusal? Refusal(CustomerBook book, int days)
    {
        var (rule, quarters) = (Rule(days), new Quarters(book.Events.Day.Min(), asOf));
        var found = RiskFound.Of(book, FactFinding.Of(book, quarters, rule.DaysOf), quarters, rule);
        Assert.All(found.Risks, r => Assert.True(double.IsNaN(r)));
        return found.Figures.Refusal;
    }

    static RiskFound Worked(CustomerBook book)
    {
        var (rule, quarters) = (Rule(Days), new Quarters(book.Events.Day.Min(), asOf));
        return RiskFound.Of(book, FactFinding.Of(book, quarters, rule.DaysOf), quarters, rule);
    }

    static ChurnRule Rule(int days) => new() { Id = default, Number = 1, MadeAt = default, Days = new Dictionary<string, int> { [ChurnRule.AllOthers] = days } };

    /// <summary>Who stays buys in the middle of each quarter, so that at its end everybody else counts as lost.</summary>
    static (CustomerBook Book, List<(int Day, double Chance, bool Lost)> Truth) Simulated(long seed, int customers = Customers, bool faithful = false)
    {
        var begins = new Quarters(new DateOnly(2028, 1, 1).DayNumber, asOf).Begins;
        var (gathering, answers, truth) = (new EventGathering(), new Dictionary<int, List<GivenAnswer>>(), new List<(int, double, bool)>());
        for (var c = 0; c < customers; c++)
        {
            var draw = Draws.Seeded(seed).Of(c);
            var (declined, purchases, satisfied) = (new List<int>(), 1, (bool?)null);
            var first = draw.Below(begins.Length - 1);
            gathering.Add(c, begins[first] + 35 + draw.Below(25), EventKind.Purchase, 10_000 + draw.Below(5000), null, -1);
            for (var q = first; q + 1 < begins.Length; q++)
            {
                for (var n = draw.Uniform() < 0.25 ? 1 : 0; n > 0; n--) { declined.Add(begins[q] + 62); gathering.Add(c, begins[q] + 62, EventKind.DeclinedSale, null, null, -1); }
                if (draw.Uniform() < 0.3)
                {
                    satisfied = draw.Uniform() < 0.6;
                    (answers.TryGetValue(c, out var list) ? list : answers[c] = []).Add(new(DateOnly.FromDayNumber(begins[q] + 63), satisfied == true ? 90 : 20, satisfied, null));
                }
                var moment = begins[q + 1] - 1;
                var chance = Chance(declined.Count(d => moment - d < 365), satisfied, purchases);
                var lost = !faithful && draw.Uniform() < chance;
                truth.Add((moment, chance, lost));
                if (lost) break;
                gathering.Add(c, begins[q + 1] + 35 + draw.Below(25) is var day && day <= asOf.DayNumber ? day : asOf.DayNumber, EventKind.Purchase, 10_000 + draw.Below(5000), null, -1);
                purchases++;
            }
        }
        return (new()
        {
            AsOf = asOf, Keys = [.. Enumerable.Range(0, customers).Select(c => new Guid(c + 1, 7, 7, 1, 2, 3, 4, (byte)(c * 31), (byte)(c >> 3), (byte)(c * 7), (byte)c))], UnitOf = new int[customers], Segments = [.. Enumerable.Range(0, customers).Select(c => c % 3 == 0 ? "fleet" : "private")],
            Units = [], UpFrom = [], Categories = [], Events = gathering.Sorted(customers), Covers = new Dictionary<int, List<Cover>>(), Answers = answers, Held = [],
        }, truth);
    }

    static (CustomerBook Book, int[] Order) Turned(CustomerBook book)
    {
        int[] order = [.. Enumerable.Range(0, book.Count).Reverse()];
        var gathering = new EventGathering();
        foreach (var (to, from) in order.Index())
            for (var i = book.Events.Start[from]; i < book.Events.Start[from + 1]; i++) gathering.Add(to, book.Events.Day[i], book.Events.Kind[i], book.Events.Amount[i] == EventColumns.None ? null : book.Events.Amount[i], null, -1);
        return (new()
        {
            AsOf = book.AsOf, Keys = [.. order.Select(c => book.Keys[c])], UnitOf = book.UnitOf, Segments = [.. order.Select(c => book.Segments[c])], Units = [], UpFrom = [], Categories = [], Events = gathering.Sorted(book.Count),
            Covers = book.Covers, Answers = order.Index().Where(p => book.Answers.ContainsKey(p.Item)).ToDictionary(p => p.Index, p => book.Answers[p.Item]), Held = [],
        }, order);
    }
}
