namespace Regard.Statistics.Tests.Simulation;

/// <summary>Units with levels and drifts of their own, measured with error over some periods.</summary>
sealed record PanelWorlds(int Units = 24, int Periods = 8, int From = 4, int Treated = 8)
{
    public double Level { get; init; } = 5;
    public double Error { get; init; } = 3;
    public double Effect { get; init; }
    public double Trend { get; init; }
    /// <summary>By unit: the outcome it is picked by, lowest first; null for picking by lot.</summary>
    public Func<double[], double>? WorstBy { get; init; }
    /// <summary>What the treated gain each period before already.</summary>
    public double Divergence { get; init; }
    /// <summary>Carry-over of one period's deviation to the next.</summary>
    public double Persistence { get; init; } = 0.3;
    /// <summary>Periods between the starts of the treated units, in thirds; 0 for one start.</summary>
    public int Stagger { get; init; }

    public static PanelColumns Columns(PanelWorlds w) => new("unit", "period", "score", "treated", w.Stagger > 0 ? null : w.From);

    public Observations Draw(DrawStream chance)
    {
        var scores = new double[Units, Periods];
        var lots = new double[Units];
        for (var u = 0; u < Units; u++)
        {
            var (level, deviation) = (70 + Level * chance.Normal(), Error * chance.Normal());
            for (var t = 0; t < Periods; t++)
            {
                scores[u, t] = level + t * Trend + deviation;
                deviation = Persistence * deviation + Math.Sqrt(1 - Persistence * Persistence) * Error * chance.Normal();
            }
            lots[u] = WorstBy is null ? chance.Uniform() : WorstBy([.. Enumerable.Range(0, From).Select(t => scores[u, t])]);
        }
        var rank = lots.Select(l => lots.Count(other => other < l)).ToArray();
        List<double> unit = [], period = [], score = [], treated = [];
        for (var u = 0; u < Units; u++)
            for (var t = 0; t < Periods; t++)
            {
                var (picked, start) = (rank[u] < Treated, From + rank[u] % 3 * Stagger);
                var on = picked && t >= start;
                unit.Add(u);
                period.Add(t);
                score.Add(scores[u, t] + (on ? Effect : 0) + (picked ? Divergence * t : 0));
                treated.Add(Stagger > 0 ? on ? 1 : 0 : picked ? 1 : 0);
            }
        return Observations.Of(["unit", "period", "score", "treated"], [[.. unit], [.. period], [.. score], [.. treated]]);
    }

    public PanelEffect[] Judge(int worlds, long seed, PanelOptions? options = null)
    {
        var draws = Draws.Seeded(seed);
        var judged = new PanelEffect[worlds];
        Parallel.For(0, worlds, w => judged[w] = PanelEffect.Judge(Draw(draws.Of(w)), Columns(this), options ?? new() { Resamples = 1 }));
        return judged;
    }
}
