using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>What one customer may yet bring within the horizon: the middle of the futures and the 80 % that lie around it.</summary>
/// <param name="Value">Money in the smallest unit of the currency; null without amounts.</param>
public sealed record CustomerForecast(ForecastRange? Value, ForecastRange Purchases, double NoneShare)
{
    /// <summary>Null where no model was fitted, or the customer has not bought.</summary>
    public static CustomerForecast? Of(WorkingModels models, Standing standing, long spentAgain, DateOnly asOf)
    {
        if (models.PurchaseModel is not { } model || standing is not { FirstDay: { } first, LastDay: { } last }) return null;
        var repeats = standing.Purchases - 1;
        var history = new PurchaseHistory(repeats, Weeks(first, last), Weeks(first, asOf), repeats > 0 ? (double)spentAgain / repeats : null);
        var f = ValueForecast.Of(model, models.SpendModel, history, models.Options);
        return new(models.SpendModel is null ? null : new(f.Median, f.Lower, f.Upper), new(f.MedianPurchases, f.LowerPurchases, f.UpperPurchases), f.NoneShare);
    }

    static double Weeks(DateOnly from, DateOnly until) => (until.DayNumber - from.DayNumber) / PurchaseHistory.DaysPerWeek;
}

public sealed record ForecastRange(double Median, double Lower, double Upper);
