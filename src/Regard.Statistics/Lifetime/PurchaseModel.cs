namespace Regard.Statistics;

/// <summary>A model of customers who buy at a rate of their own until they drop out unseen, with given parameters. Time is in weeks.</summary>
public abstract record PurchaseModel
{
    private protected PurchaseModel() { }

    /// <summary>Names of the parameters.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Their values.</summary>
    public abstract IReadOnlyList<double> Values { get; }

    /// <summary>Chance that the customer has not dropped out, 0 to 1.</summary>
    /// <param name="history">Until now.</param>
    public abstract double Alive(PurchaseHistory history);

    /// <summary>Purchases to expect in the coming weeks.</summary>
    /// <param name="history">Until now.</param>
    /// <param name="weeks">0 or more.</param>
    public double Expected(PurchaseHistory history, double weeks) => Alive(history.Checked()) * ExpectedAlive(history, Span(weeks));

    /// <summary>Repeat purchases to expect of a new customer in the first weeks.</summary>
    /// <param name="weeks">0 or more.</param>
    public double ExpectedOfNew(double weeks) => Expected(default, weeks);

    /// <summary>Purchases to expect in the coming weeks, each times exp(-rate x weeks until it).</summary>
    /// <param name="history">Until now.</param>
    /// <param name="weeks">0 or more; infinite where the model allows it.</param>
    /// <param name="weeklyRate">Continuous rate of discount a week, 0 or more: ln(1.15) / 52 for 15 % a year.</param>
    /// <exception cref="DataRefused">Without end the sum of the purchases is infinite, or the model has no formula for it.</exception>
    public double Discounted(PurchaseHistory history, double weeks, double weeklyRate)
    {
        if (!(weeks >= 0)) throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "A horizon is 0 weeks or more.");
        if (!(double.IsFinite(weeklyRate) && weeklyRate >= 0)) throw new ArgumentOutOfRangeException(nameof(weeklyRate), weeklyRate, "A rate of discount is 0 or more.");
        return Alive(history.Checked()) * DiscountedAlive(history, weeks, weeklyRate);
    }

    /// <summary>Chance of at least one purchase in the coming weeks, 0 to 1.</summary>
    /// <param name="history">Until now.</param>
    /// <param name="weeks">0 or more, or infinite.</param>
    public double PurchaseWithin(PurchaseHistory history, double weeks) => Alive(history.Checked()) * PurchaseWithinAlive(history, weeks);

    /// <summary>The same model with other values.</summary>
    /// <param name="values">In the order of <see cref="Names"/>.</param>
    public abstract PurchaseModel With(IReadOnlyList<double> values);

    /// <summary>Draws a future: the weeks from now of the customer's purchases; none when drawn as gone.</summary>
    /// <param name="chance">Moved on.</param>
    /// <param name="history">Until now; the default is a customer just born.</param>
    /// <param name="weeks">Horizon, 0 or more.</param>
    public IReadOnlyList<double> Future(ref DrawStream chance, PurchaseHistory history, double weeks)
    {
        var purchases = new List<double>();
        if (chance.Uniform() < Alive(history.Checked())) Draw(ref chance, history, Span(weeks), purchases);
        return purchases;
    }

    internal abstract double ExpectedAlive(PurchaseHistory history, double weeks);
    internal abstract double DiscountedAlive(PurchaseHistory history, double weeks, double weeklyRate);
    internal abstract double PurchaseWithinAlive(PurchaseHistory history, double weeks);

    /// <summary>Draws the weeks of the purchases to come of a customer who is there.</summary>
    internal abstract void Draw(ref DrawStream stream, PurchaseHistory history, double weeks, List<double> purchases);

    private protected static double Span(double weeks) => double.IsFinite(weeks) && weeks >= 0
        ? weeks : throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "A horizon is a number of weeks, 0 or more.");

    private protected static double Positive(double value, string name) => double.IsFinite(value) && value > 0
        ? value : throw new ArgumentOutOfRangeException(name, value, "A parameter is over 0.");
}
