namespace Regard.Statistics;

/// <summary>
/// What a treatment of some units did, by difference in differences, with the checks without which it is not to be believed: did treated and
/// untreated go the same way before, and does the effect remain among units that stood alike (regression to the mean).
/// </summary>
/// <remarks>
/// One common start: two-way fixed effects, CR2 errors clustered by unit, Satterthwaite degrees of freedom. Different starts: Callaway
/// and Sant'Anna's group-time effects. Called effective or harmful only when the effect and the baseline-adjusted effect
/// both exclude 0 on the same side.
/// </remarks>
public sealed record PanelEffect
{
    /// <summary>Treated units, and units to compare with, that must be measured before and after.</summary>
    public const int FewestUnits = 3;

    /// <summary>What may be said.</summary>
    public Verdict Verdict { get; private init; } = Verdict.NotTestable;

    /// <summary>Why not testable; None otherwise.</summary>
    public EffectRefusal Refusal { get; private init; }

    /// <summary>Difference in differences, in the outcome's unit; null when it cannot be computed.</summary>
    public Estimate? Effect { get; private init; }

    /// <summary>Two-sided; null without an effect, or without any spread.</summary>
    public double? PValue { get; private init; }

    /// <summary>Two-sided, wild cluster bootstrap; null where starts differ.</summary>
    public double? WildPValue { get; private init; }

    /// <summary>Test that treated and untreated had the same slope before; null with one period before.</summary>
    public double? PreTrendPValue { get; private init; }

    /// <summary>Joint test that they differed alike in every period before; null where periods or units are too few for it.</summary>
    public double? LeadsPValue { get; private init; }

    /// <summary>Effect of a treatment put halfway through the time before, where there was none; null with one period before.</summary>
    public Estimate? Placebo { get; private init; }

    /// <summary>The effect among units that stood alike before; null when units are too few for it.</summary>
    public Estimate? Adjusted { get; private init; }

    /// <summary>The treated units' own change, which is what is usually claimed; null when not measured.</summary>
    public Estimate? BeforeAfter { get; private init; }

    /// <summary>Where all units were treated at once: what the series of their means alone shows; null otherwise, and under six periods before or since.</summary>
    public InterruptedSeries? Series { get; private init; }

    /// <summary>True when the effect excludes 0 but vanishes among units that stood alike: what was seen is what such units do anyway.</summary>
    public bool ExplainedByBaseline { get; private init; }

    /// <summary>Units in the estimate.</summary>
    public int Clusters { get; private init; }

    /// <summary>Treated units measured before and after.</summary>
    public int TreatedUnits { get; private init; }

    /// <summary>Units to compare with, measured in both times.</summary>
    public int ComparisonUnits { get; private init; }

    /// <summary>Effect that would be found four times out of five (power 0.8); null when it cannot be computed.</summary>
    public double? SmallestDetectable { get; private init; }

    /// <summary>True when units began at different times.</summary>
    public bool Staggered { get; private init; }

    /// <summary>Effects by group and period; empty unless units began at different times.</summary>
    public IReadOnlyList<GroupTimeEffect> ByGroup { get; private init; } = [];

    /// <summary>Effects by periods since the start; empty unless units began at different times.</summary>
    public IReadOnlyList<EventTimeEffect> ByTimeSince { get; private init; } = [];

    /// <summary>Judges the treatment.</summary>
    /// <param name="data">A row a unit in a period, or a respondent.</param>
    /// <param name="columns">Which columns are which.</param>
    /// <param name="options">How to judge; null for the usual way.</param>
    /// <exception cref="DataRefused">A value is missing, the outcome is constant, treatment is not 0 or 1, ends again, or differs within a unit and period.</exception>
    public static PanelEffect Judge(Observations data, PanelColumns columns, PanelOptions? options = null)
    {
        options ??= new();
        var panel = Panel.Of(data, columns);
        var course = PanelCourse.Of(panel);
        var effect = new PanelEffect
        {
            Refusal = course.Refusal, TreatedUnits = course.Treated, ComparisonUnits = course.Comparison, Clusters = panel.Units,
            Staggered = course.Staggered, BeforeAfter = BeforeAfterOf(panel, options.Confidence),
        };
        if (course.Refusal == EffectRefusal.NoComparison && !course.Staggered) return effect with { Series = SeriesOf(panel, options) };
        if (course.Refusal != EffectRefusal.None) return effect;
        effect = course.Staggered ? ByGroupAndTime(effect, panel, options) : TwoWays(effect, panel, options);
        if (effect.Effect is null) return effect with { Refusal = EffectRefusal.NoComparison };
        if (BaselineGuard.Fit(panel) is var (guard, units))
            effect = effect with { Adjusted = Estimate.Of(guard.Coefficients[0], guard.StandardError(0), guard.Freedom(0), units, null, options.Confidence) };
        return Judged(effect, options);
    }

    static PanelEffect TwoWays(PanelEffect effect, Panel panel, PanelOptions options)
    {
        var fit = TwoWayEffect.Fit(panel);
        if (!fit.Estimable) return effect;
        var start = panel.Starts.Min();
        effect = effect with
        {
            Effect = fit.Effect(options.Confidence), PValue = fit.PValue, Clusters = fit.Clusters, SmallestDetectable = Detectable(fit.Effect(options.Confidence), fit.Freedom, options),
            WildPValue = WildBootstrap.PValue(fit.Regression, options.Resamples, options.Draws),
        };
        if (start < 2) return effect;
        var before = panel.Before(start);
        var (slope, leads) = (TwoWayEffect.Slope(before), TwoWayEffect.Leads(before));
        var placebo = TwoWayEffect.Fit(panel.Before(start, start / 2));
        return effect with
        {
            PreTrendPValue = slope.Estimable ? slope.PValue : null, LeadsPValue = leads.Estimable ? leads.AllZero?.P : null,
            Placebo = placebo.Estimable ? placebo.Effect(options.Confidence) : null,
        };
    }

    static PanelEffect ByGroupAndTime(PanelEffect effect, Panel panel, PanelOptions options)
    {
        var groups = new GroupTimeEffects(panel, options.NeverTreatedOnly);
        if (groups.Overall() is not { } overall) return effect;
        var estimate = groups.Estimate(overall, options.Confidence);
        var last = panel.Periods.Length;
        var since = Enumerable.Range(-last, 2 * last).Where(e => e != -1).Select(e => (e, Contrast: groups.Since(e))).Where(x => x.Contrast is not null).ToArray();
        double[][,] leads = [.. since.Where(x => x.e < -1).Select(x => x.Contrast!).TakeLast(3)];
        return effect with
        {
            Effect = estimate, PValue = Test(estimate), Clusters = groups.Units, SmallestDetectable = Detectable(estimate, estimate.DegreesOfFreedom!.Value, options),
            PreTrendPValue = groups.Slope() is { } slope ? Test(groups.Estimate(slope, options.Confidence)) : null,
            LeadsPValue = leads.Length == 0 ? null : groups.AllZero(leads), Placebo = groups.Placebo() is { } placebo ? groups.Estimate(placebo, options.Confidence) : null,
            ByGroup = [.. groups.ByGroup().Select(x => new GroupTimeEffect(panel.Periods[x.Start], panel.Periods[x.Period], groups.Estimate(x.Contrast, options.Confidence)))],
            ByTimeSince = [.. since.Select(x => new EventTimeEffect(x.e, groups.Estimate(x.Contrast!, options.Confidence)))],
        };
    }

    static PanelEffect Judged(PanelEffect effect, PanelOptions options)
    {
        if (effect.PreTrendPValue < options.BrokenUnder) return effect with { Refusal = EffectRefusal.BrokenComparability };
        var (up, down) = (Beyond(effect.Effect!, 1), Beyond(effect.Effect!, -1));
        bool Confirmed(int sign) => effect.Adjusted is { } adjusted && Beyond(adjusted, sign);
        var (rises, falls) = (up && Confirmed(1), down && Confirmed(-1));
        var smallest = effect.Adjusted is { } a ? Math.Max(effect.SmallestDetectable!.Value, Detectable(a, a.DegreesOfFreedom!.Value, options)) : effect.SmallestDetectable;
        return effect with
        {
            Verdict = !rises && !falls ? Verdict.NoEvidence : rises == options.HigherIsBetter ? Verdict.Effective : Verdict.Harmful,
            ExplainedByBaseline = (up || down) && !rises && !falls, SmallestDetectable = smallest,
        };
    }

    // Beyond 0 by more than rounding, should nothing vary.
    static bool Beyond(Estimate e, int sign) => sign > 0 ? e.Lower > 1e-9 : e.Upper < -1e-9;

    static double? Test(Estimate e) => e.StandardError > 0 ? Quantile.StudentTwoSided(e.Value!.Value / e.StandardError.Value, e.DegreesOfFreedom) : null;

    static double Detectable(Estimate e, double freedom, PanelOptions options) =>
        (Quantile.Student(0.5 + options.Confidence / 2, freedom) + Quantile.Student(0.8, freedom)) * e.StandardError!.Value;

    static Estimate? BeforeAfterOf(Panel panel, double confidence)
    {
        var last = panel.Periods.Length;
        double[] changes = [.. Enumerable.Range(0, panel.Units).Where(u => panel.Starts[u] < last).Select(u => panel.Mean(u, panel.Starts[u], last) - panel.Mean(u, 0, panel.Starts[u])).OfType<double>()];
        if (changes.Length < 2) return null;
        var mean = changes.Average();
        return Estimate.Of(mean, Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / (changes.Length - 1) / changes.Length), changes.Length - 1, changes.Length, null, confidence);
    }

    static InterruptedSeries? SeriesOf(Panel panel, PanelOptions options)
    {
        var (last, start) = (panel.Periods.Length, panel.Starts.Min());
        // The same units throughout, lest a unit that comes or goes looks like a change.
        int[] units = [.. Enumerable.Range(0, panel.Units).Where(u => Enumerable.Range(0, last).All(t => panel.Measured(u, t)))];
        if (units.Length == 0 || start < InterruptedSeries.Fewest || last - start < InterruptedSeries.Fewest) return null;
        double[] means = [.. Enumerable.Range(0, last).Select(t => units.Average(u => panel.Mean(u, t)))];
        try
        {
            return InterruptedSeries.Fit(means, start, options.Draws, Math.Max(99, options.Resamples), options.Confidence);
        }
        catch (DataRefused)
        {
            // Means without any error around their lines: there is nothing to tell beside the refusal.
            return null;
        }
    }
}
