namespace Regard.Statistics;

/// <summary>When a customer's next purchase is to be expected, in weeks from now, exact from the model.</summary>
/// <remarks>Of the distribution over rates (and drop-out rates) given the history. Bounds hold the stated share of next purchases; they are null where the customer more likely never buys again by then.</remarks>
public sealed record NextPurchase
{
    const double Furthest = 1e7;

    /// <summary>Chance that there is none, 0 to 1.</summary>
    public required double Never { get; init; }

    /// <summary>Weeks by which the next purchase has come with a chance of one half, those who never buy counted; null when it never comes to that.</summary>
    public double? Median { get; private init; }

    /// <summary>Weeks by which it has come with a chance of (1 - confidence) / 2.</summary>
    public double? Lower { get; private init; }

    /// <summary>Weeks by which it has come with a chance of (1 + confidence) / 2.</summary>
    public double? Upper { get; private init; }

    /// <summary>The median if the customer is still there; null when even then the customer more likely leaves first.</summary>
    public double? MedianIfAlive { get; private init; }

    /// <summary>The lower bound if the customer is still there.</summary>
    public double? LowerIfAlive { get; private init; }

    /// <summary>The upper bound if the customer is still there.</summary>
    public double? UpperIfAlive { get; private init; }

    /// <summary>The next purchase of a customer.</summary>
    /// <param name="model">With its parameters.</param>
    /// <param name="history">Until now.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.8.</param>
    public static NextPurchase Of(PurchaseModel model, PurchaseHistory history, double confidence = 0.8)
    {
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Confidence lies between 0 and 1.");
        var alive = model.Alive(history.Checked());
        double? At(double chance) => chance < model.PurchaseWithinAlive(history, Furthest) ? Weeks(model, history, chance) : null;
        double low = (1 - confidence) / 2, high = (1 + confidence) / 2;
        return new()
        {
            Never = 1 - alive * model.PurchaseWithinAlive(history, double.PositiveInfinity),
            Median = At(0.5 / alive), Lower = At(low / alive), Upper = At(high / alive),
            MedianIfAlive = At(0.5), LowerIfAlive = At(low), UpperIfAlive = At(high),
        };
    }

    static double Weeks(PurchaseModel model, PurchaseHistory history, double chance)
    {
        var (low, high) = (0.0, 1.0);
        while (high < Furthest && model.PurchaseWithinAlive(history, high) < chance) (low, high) = (high, 2 * high);
        for (var step = 0; step < 60 && high - low > 1e-12 * high; step++)
        {
            var middle = (low + high) / 2;
            if (model.PurchaseWithinAlive(history, middle) < chance) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
