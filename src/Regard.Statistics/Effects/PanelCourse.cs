namespace Regard.Statistics;

/// <summary>Whether units over periods hold what a comparison needs.</summary>
sealed record PanelCourse(EffectRefusal Refusal, int Treated, int Comparison, bool Staggered)
{
    public static PanelCourse Of(Panel panel)
    {
        var last = panel.Periods.Length;
        int[] ever = [.. panel.Starts.Where(s => s != Panel.Never).Distinct().Order()];
        int[] within = [.. ever.Where(s => s > 0 && s < last)];
        if (ever.Length == 0) return new(EffectRefusal.NoTreatment, 0, panel.Units, false);
        if (within.Length == 0) return new(ever.All(s => s == 0) ? EffectRefusal.NoBefore : EffectRefusal.NoAfter, panel.Starts.Count(s => s != Panel.Never), panel.Starts.Count(s => s == Panel.Never), false);
        bool Both(int u, int start) => panel.Mean(u, 0, start) is not null && panel.Mean(u, start, last) is not null;
        var treated = Enumerable.Range(0, panel.Units).Count(u => within.Contains(panel.Starts[u]) && Both(u, panel.Starts[u]));
        // Who starts later serves as comparison until then.
        var comparison = Enumerable.Range(0, panel.Units).Count(u => panel.Starts[u] > within[0] && Both(u, within[0]));
        var refusal = comparison == 0 ? EffectRefusal.NoComparison
            : treated < PanelEffect.FewestUnits || comparison < PanelEffect.FewestUnits ? EffectRefusal.TooFewUnits : EffectRefusal.None;
        return new(refusal, treated, comparison, ever.Length > 1);
    }
}
