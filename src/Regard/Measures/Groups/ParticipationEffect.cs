using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>Gathers respondents to tell what participation does to satisfaction when what they perceive is held equal, and what it does to the drivers.</summary>
sealed class ParticipationEffect
{
    const int Most = 200_000;
    const string Outcome = "outcome";

    readonly IReadOnlyList<NodeLabel> drivers;
    readonly Func<byte[], double>[] scores;
    readonly List<double>[] columns;
    readonly List<int> groups = [];
    readonly int howMany;

    ParticipationEffect(IReadOnlyList<NodeLabel> drivers, Func<byte[], double>[] scores, int howMany) => (this.drivers, this.scores, this.howMany, columns) = (drivers, scores, howMany, Array.ConvertAll(scores, _ => new List<double>()));

    /// <summary>Null when the form asks no overall satisfaction or fewer than two dimensions.</summary>
    public static ParticipationEffect? Of(MeasuredWave wave, int groups)
    {
        var m = wave.Measures;
        if (m.Asked.FirstOrDefault(a => a.Slot.Part == Part.Overall) is not { } overall || m.Root is not { } root) return null;
        List<NodeLabel> drivers = [.. m.Below(root).Where(n => m.All.Contains(m.Of(n))).Select(n => NodeLabel.Of(m, n))];
        return drivers.Count < 2 ? null : new(drivers, [m.Scoring(Measure.Item(overall.Slot.Key)), .. drivers.Select(d => m.Scoring(d.Measure))], groups);
    }

    /// <summary>Rows with something missing are left out.</summary>
    public void Add(int group, byte[] ratings)
    {
        if (groups.Count >= Most) return;
        var row = Array.ConvertAll(scores, score => score(ratings));
        if (row.Any(double.IsNaN)) return;
        for (var j = 0; j < row.Length; j++) columns[j].Add(row[j]);
        groups.Add(group);
    }

    /// <summary>Null when the answers do not tell.</summary>
    public AdjustedEffect? Fit()
    {
        string[] codes = [.. drivers.Select(d => d.Code)], levels = [.. Enumerable.Range(1, howMany - 1).Select(g => $"group{g}")];
        try
        {
            var data = Observations.Of([Outcome, .. codes, .. levels], [.. columns.Select(c => c.ToArray()), .. levels.Select((_, l) => groups.Select(g => g == l + 1 ? 1.0 : 0).ToArray())]);
            var (without, with) = (LinearRegression.Fit(data, Outcome, codes, new(Linearised: true)), LinearRegression.Fit(data, Outcome, [.. codes, .. levels], new(Linearised: true)));
            return new(with.N, without.R2, with.R2, [.. levels.Select(l => Figure.Of(with[l].Slope, 0))], [.. drivers.Select(d => new AdjustedDriver(d, Figure.Of(without[d.Code].Slope, 0), Figure.Of(with[d.Code].Slope, 0)))]);
        }
        catch (DataRefused) { return null; }
    }
}

/// <summary>Overall satisfaction explained by the dimensions, without and with participation.</summary>
/// <param name="Groups">Points of overall satisfaction of each group but the first against the first, the dimensions held equal.</param>
public sealed record AdjustedEffect(long N, double Explained, double ExplainedWith, IReadOnlyList<Figure> Groups, IReadOnlyList<AdjustedDriver> Drivers);

/// <summary>Points of overall satisfaction for a point of the dimension, the others held equal.</summary>
public sealed record AdjustedDriver(NodeLabel Node, Figure Without, Figure With);
