using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>What the purchase models say of one customer. Days are day numbers, money in the smallest unit of the currency.</summary>
/// <param name="Value">Expected discounted value within the horizon; null without amounts.</param>
readonly record struct CustomerOutlook(double Alive, double Expected, int NextFrom, int NextDay, int NextUntil, double? Value);

/// <summary>What the purchase models say of each customer; empty where nothing could be fitted.</summary>
sealed class LifetimeFigures
{
    public required WorkingModels Models { get; init; }
    /// <summary>By customer; null for whoever has not bought, and where nothing could be fitted.</summary>
    public required CustomerOutlook?[] Outlooks { get; init; }

    public double[] Values => [.. Outlooks.Select(o => o?.Value ?? 0)];

    public static LifetimeFigures Of(CustomerBook book, CustomerFacts[] facts, ValueTerms terms)
    {
        var outlooks = new CustomerOutlook?[book.Count];
        int[] buyers = [.. Enumerable.Range(0, book.Count).Where(c => facts[c].Purchases > 0)];
        var suggestion = Patience.Suggested(book);
        if (buyers.Length == 0) return new() { Models = new() { Terms = terms, Suggestion = suggestion }, Outlooks = outlooks };
        var asOf = book.AsOf.DayNumber;
        var histories = PurchaseHistories.Of(
            [.. buyers.Select(c => facts[c].Purchases - 1)], [.. buyers.Select(c => facts[c].Last - facts[c].First)], [.. buyers.Select(c => asOf - facts[c].First)],
            [.. buyers.Select(c => facts[c].Purchases > 1 ? (double)facts[c].SpentAgain / (facts[c].Purchases - 1) : 0)]);
        var purchases = BgNbd.Fit(histories, dropOutAtBirth: true);
        var spend = GammaGamma.Fit(histories);
        var models = new WorkingModels { Purchases = ModelFigures.Of(purchases.Likelihood), Spend = ModelFigures.Of(spend.Likelihood), Margin = Margin(facts), Terms = terms, Suggestion = suggestion };
        if (models.PurchaseModel is not { } model) return new() { Models = models, Outlooks = outlooks };
        var values = LifetimeValues.Of(model, models.SpendModel, histories, models.Options, WorkingModels.WeeksAhead);
        var next = new NextDays(model);
        Parallel.For(0, buyers.Length, i =>
        {
            var (from, day, until) = next.Of(histories.RecencyDays[i], histories.AgeDays[i], histories.Repeats[i], asOf);
            outlooks[buyers[i]] = new(values.Purchases.Alive[i], values.Purchases.Expected[i], from, day, until, models.SpendModel is null ? null : values.Value[i]);
        });
        return new() { Models = models, Outlooks = outlooks };
    }

    /// <summary>Of the purchases that the model of spend rests on: the first one is another matter, often a dear one with little profit.</summary>
    static double? Margin(CustomerFacts[] facts)
    {
        var (profit, spent) = (0.0, 0.0);
        foreach (var f in facts) (profit, spent) = (profit + f.ProfitAgain, spent + f.PricedAgain);
        return spent > 0 && profit > 0 ? profit / spent : null;
    }
}
