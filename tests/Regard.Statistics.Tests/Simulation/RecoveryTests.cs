namespace Regard.Statistics.Tests.Simulation;

/// <summary>
/// Customers of a known world: everybody leaves at some hazard; problems come by chance, triple it, are complained of by half, and of the complaints
/// half are recovered soon, which brings the hazard under that of customers who never had a problem (the recovery paradox).
/// </summary>
public sealed class RecoveryTests
{
    const double Base = 0.25, Problems = 0.5, Problem = 3, Complaint = 0.8, Recovery = 0.3, End = 3;
    static readonly string[] States = ["problem", "complained", "recovered"];

    static CustomerHistory Customer(int seed, int customer)
    {
        var stream = Draws.Seeded(seed).Of(customer);
        double Wait(double rate) => -Math.Log(1 - stream.Uniform()) / rate;
        var problem = Wait(Problems);
        var complained = stream.Uniform() < 0.5 ? problem + 0.1 : double.PositiveInfinity;
        var recovered = stream.Uniform() < 0.5 ? complained + 0.2 * stream.Uniform() : double.PositiveInfinity;
        (double From, double Ratio)[] stages = [(0, 1), (problem, Problem), (complained, Problem * Complaint), (recovered, Problem * Complaint * Recovery)];
        var (budget, gone) = (Wait(Base), double.PositiveInfinity);
        for (var s = 0; s < stages.Length && budget > 0; s++)
        {
            var length = (s + 1 < stages.Length ? stages[s + 1].From : double.PositiveInfinity) - stages[s].From;
            if (budget <= stages[s].Ratio * length)
            {
                gone = stages[s].From + budget / stages[s].Ratio;
                break;
            }
            budget -= stages[s].Ratio * length;
        }
        StateChange[] changes = [.. new[] { problem, complained, recovered }.Index().Where(c => double.IsFinite(c.Item)).Select(c => new StateChange(c.Item, c.Index, 1))];
        return new(0, Math.Min(gone, End), gone < End, [0, 0, 0], changes);
    }

    static CoxRegression Fit(int customers, int seed) => CoxRegression.Fit(CustomerHistory.Stretches([.. Enumerable.Range(0, customers).Select(c => Customer(seed, c))], States), CustomerHistory.Columns, States);

    [Fact]
    public void Survival_by_complaint_and_recovery_gives_the_true_hazards_back()
    {
        var fit = Fit(20_000, 1);
        foreach (var (name, ratio) in States.Zip([Problem, Complaint, Recovery])) Assert.InRange(Math.Log(ratio), fit[name].LogHazard.Lower!.Value, fit[name].LogHazard.Upper!.Value);
        // Recovered customers leave less than those who never had a problem: the sum of all three is under 0.
        Assert.True(fit.Coefficients.Sum(c => c.LogHazard.Value) < -0.2);
    }

    [Fact]
    public void Intervals_of_recovery_hold_the_truth()
    {
        Worlds.Run(1200, 0, (s, _, seen) =>
        {
            var fit = Fit(250, 100 + s);
            foreach (var (name, ratio) in States.Zip([Problem, Complaint, Recovery])) seen.Interval(name, fit[name].LogHazard, Math.Log(ratio));
        }).Keep();
    }

    [Fact]
    public void Counting_recovery_from_the_start_would_flatter_it()
    {
        // Whoever is recovered had to stay that long: with states fixed at their last value recovery looks far better than it is.
        var histories = Enumerable.Range(0, 20_000).Select(c => Customer(1, c)).ToArray();
        var fixedStates = CustomerHistory.Stretches([.. histories.Select(h => h with { Values = [.. Enumerable.Range(0, 3).Select(j => h.Changes.Any(c => c.Column == j && c.Time < h.Until) ? 1.0 : 0)], Changes = [] })], States);
        var flattered = CoxRegression.Fit(fixedStates, CustomerHistory.Columns, States);
        Assert.True(flattered["problem"].LogHazard.Value < Fit(20_000, 1)["problem"].LogHazard.Value - 0.5);
    }

    [Fact]
    public void Intervals_of_saved_value_hold_the_truth()
    {
        Worlds.Run(2000, 0, (_, stream, seen) =>
        {
            double[] value = new double[200], stays = new double[200], recovered = new double[200];
            for (var i = 0; i < 200; i++)
            {
                (value[i], recovered[i]) = (100 * Math.Exp(0.5 * stream.Normal()), i % 2);
                stays[i] = stream.Uniform() < (i % 2 == 1 ? 0.8 : 0.5) ? 1 : 0;
            }
            var saved = SavedValue.Of(Observations.Of(["v", "s", "r"], [value, stays, recovered]), "v", "s", "r");
            seen.Interval("retained of the recovered", saved.RecoveredRetained, 0.8);
            seen.Interval("retained of the others", saved.OthersRetained, 0.5);
            seen.Interval("saved", saved.Saved, 0.3 * saved.AtStake);
        }).Keep();
    }

    [Fact]
    public void Who_complains_is_given_back_by_the_propensity()
    {
        // Complaint propensity: of those with a problem, by its severity and by ease of complaining, as a logistic regression.
        var stream = Draws.Seeded(4).Of(0);
        double[] complained = new double[20_000], severity = new double[20_000], ease = new double[20_000];
        for (var i = 0; i < complained.Length; i++)
        {
            (severity[i], ease[i]) = (stream.Normal(), stream.Normal());
            complained[i] = stream.Uniform() < 1 / (1 + Math.Exp(1.5 - 0.8 * severity[i] - 0.4 * ease[i])) ? 1 : 0;
        }
        var fit = LogisticRegression.Fit(Observations.Of(["complained", "severity", "ease"], [complained, severity, ease]), "complained", ["severity", "ease"]);
        foreach (var (name, truth) in new[] { ("severity", 0.8), ("ease", 0.4) }) Assert.InRange(truth, fit[name].Estimate!.Lower!.Value, fit[name].Estimate!.Upper!.Value);
    }
}
