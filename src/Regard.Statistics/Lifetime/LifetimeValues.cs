namespace Regard.Statistics;

/// <summary>Expected lifetime value of many customers: discounted purchases to expect x spend to expect x margin.</summary>
/// <remarks>Fader, Hardie and Lee (2005), Journal of Marketing Research 42, 415-430. Discount is continuous, exp(-rate x weeks). Without a model of spend the value is the discounted number of purchases.</remarks>
public sealed class LifetimeValues
{
    LifetimeValues(PurchaseForecast purchases, double?[]? spend, double?[] value) => (Purchases, Spend, Value) = (purchases, spend, value);

    /// <summary>Purchases to expect, and chances to be there.</summary>
    public PurchaseForecast Purchases { get; }

    /// <summary>Amount to expect of each customer's purchase, null where it has no end; null without a model of spend.</summary>
    public IReadOnlyList<double?>? Spend { get; }

    /// <summary>Value of each customer, null where the spend has no end.</summary>
    public IReadOnlyList<double?> Value { get; }

    /// <summary>Works out all customers.</summary>
    /// <param name="model">Of purchases.</param>
    /// <param name="spend">Of amounts; null to count purchases.</param>
    /// <param name="histories">Customers.</param>
    /// <param name="options">Horizon, discount, margin; null for the usual ones.</param>
    /// <param name="expectedWeeks">Horizon of the expected purchases; null for that of the value.</param>
    /// <param name="threads">At most; null for as many as there are processors.</param>
    public static LifetimeValues Of(PurchaseModel model, GammaGamma? spend, PurchaseHistories histories, ValueOptions? options = null, double? expectedWeeks = null, int? threads = null)
    {
        options = (options ?? new()).Checked();
        var purchases = PurchaseForecast.Of(model, histories, expectedWeeks ?? options.Weeks, options.WeeklyRate, options.Weeks, threads);
        var amounts = spend is null ? null : new double?[histories.Count];
        var values = new double?[histories.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (amounts is not null) amounts[i] = spend!.Expected(histories[i]);
            values[i] = purchases.Discounted[i] * options.Margin * (amounts is null ? 1 : amounts[i]);
        }
        return new(purchases, amounts, values);
    }
}
