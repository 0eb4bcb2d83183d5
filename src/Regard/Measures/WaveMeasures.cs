using Regard.Indicators;
using Regard.Statistics;
using Regard.Surveys;
using Scale = Regard.Statistics.Scale;
namespace Regard.Measures;

/// <summary>What a form measures by an indicator tree, and each number from the means of a cell. Pure.</summary>
sealed class WaveMeasures
{
    static readonly Aspect[] aspects = Enum.GetValues<Aspect>();

    readonly IReadOnlyList<AskedSlot> asked;
    readonly IReadOnlyList<Scale> scales;
    readonly NodeWeights weights;

    public WaveMeasures(IReadOnlyList<AskedSlot> asked, IReadOnlyList<Indicator> tree)
    {
        this.asked = asked;
        weights = new NodeWeights([.. asked.Select(a => a.Slot)], tree);
        Nodes = [.. tree.Where(i => aspects.Any(a => Has(i.Code, a)))];
        Root = tree.FirstOrDefault(i => i.ParentCode is null);
        scales = [.. asked.Select(a => new Scale(a.Slot.From, a.Slot.To, weights.Turned(a.Slot)))];
        All = [.. Listed()];
    }

    /// <summary>The nodes of the tree that the form measures in any way, in the tree's order.</summary>
    public IReadOnlyList<Indicator> Nodes { get; }
    public Indicator? Root { get; }

    /// <summary>The index.</summary>
    /// <exception cref="NotFound">Nothing of a tree is measured.</exception>
    public Indicator Top => Root is { } root && Nodes.Count > 0 ? root : throw new NotFound("The form of this wave measures nothing of its indicator tree.");
    public IReadOnlyList<AskedSlot> Asked => asked;
    public int Slots => asked.Count;
    public IReadOnlyList<Measure> All { get; }

    public Measure Of(Indicator node, Aspect aspect = Aspect.Perceived) =>
        node.ParentCode is null ? Measure.Index.As(aspect) : new(weights.IsLeaf(node.Code) ? MeasureKind.Indicator : MeasureKind.Dimension, node.Code, aspect);

    public Indicator? Node(string code) => Nodes.FirstOrDefault(n => n.Code == code);
    public IEnumerable<Indicator> Below(Indicator node) => Nodes.Where(n => n.ParentCode == node.Code);

    /// <summary>The nodes that short boards are looked for among: measured, with nothing measured below them.</summary>
    public IEnumerable<Indicator> Boards => Nodes.Where(n => n.ParentCode is not null && Has(n.Code, Aspect.Perceived) && !Below(n).Any(b => Has(b.Code, Aspect.Perceived)));

    /// <summary>What one point of a node is worth in the index: the product of the weights down to it, of what is measured.</summary>
    public double ShareOfIndex(Indicator node) => node.ParentCode is null || Node(node.ParentCode) is not { } parent
        ? 1 : ShareOfIndex(parent) * node.Weight / Below(parent).Where(n => Has(n.Code, Aspect.Perceived)).Sum(n => n.Weight);

    /// <summary>The indicators under a node with what each weighs in it, asked or not.</summary>
    public IReadOnlyList<(string Code, double Weight)> Leaves(Indicator node) => [.. weights.Leaves(node.Code)];

    /// <summary>Whether one side of an indicator is asked.</summary>
    public bool Asks(string code, Part part) => weights.Of(code, part) is not null;

    /// <summary>A sum over sides of indicators that are asked, each with its weight, of the same respondents.</summary>
    public Estimate Sum(CellMeans cell, IEnumerable<(string Code, Part Part, double Weight)> terms)
    {
        var coefficients = new double[Slots];
        foreach (var (code, part, weight) in terms)
            foreach (var (slot, share) in weights.Of(code, part)!.Index()) coefficients[slot] += weight * share;
        return cell.Scores.Linear(coefficients);
    }

    /// <summary>A sum over measures that are means, each with its weight, of the same respondents.</summary>
    public Estimate Sum(CellMeans cell, IEnumerable<(Measure Measure, double Weight)> terms)
    {
        var sum = new double[Slots];
        foreach (var (measure, weight) in terms)
            foreach (var (slot, share) in Coefficients(measure).Index()) sum[slot] += weight * share;
        return cell.Scores.Linear(sum);
    }

    /// <summary>Mean over groups of indicators, a group by the mean of its own, weighed as given or, without weights, by how important its respondents say they are.</summary>
    public Estimate Weighted(CellMeans cell, IReadOnlyList<IReadOnlyList<string>> groups, IReadOnlyList<double>? given)
    {
        if (given is null) return RaterIndex.Of(cell.Scores, [.. groups.Select(g => (Mean(g, Part.Perceived), (double[]?)Mean(g, Part.Importance)))]);
        return Sum(cell, groups.Zip(given, (g, w) => g.Select(code => (code, Part.Perceived, w / given.Sum() / g.Count))).SelectMany(terms => terms));

        double[] Mean(IReadOnlyList<string> codes, Part part)
        {
            var sum = new double[Slots];
            foreach (var code in codes)
                foreach (var (slot, share) in weights.Of(code, part)!.Index()) sum[slot] += share / codes.Count;
            return sum;
        }
    }

    public CellMeans Read(Moments moments) => new(moments, SlotMeans.Scores(moments, scales));

    public Estimate Estimate(Measure measure, CellMeans cell) => measure.Kind switch
    {
        MeasureKind.Item => cell.Scores.Mean(SlotOf(measure.Node)),
        MeasureKind.Nps => Shares.Net(cell.Moments, SlotsOf(Part.Recommendation)[0]),
        MeasureKind.Csat => Shares.TopTwo(cell.Moments, SlotsOf(Part.Overall), scales),
        MeasureKind.Ces => cell.Scores.MeanOf(SlotsOf(Part.Effort)),
        MeasureKind.Delivered => cell.Scores.MeanOf(SlotsOf(Part.Delivered)),
        MeasureKind.Rater => RaterIndex.Of(cell.Scores, weights.Rater!),
        _ => OfNode(CodeOf(measure), measure.Aspect, cell.Scores),
    };

    /// <summary>Why two waves' numbers of a measure are not of the same thing; null when they are.</summary>
    public Words? BreakWith(WaveMeasures other, Measure measure)
    {
        if (!All.Contains(measure) || !other.All.Contains(measure)) return Words.Of("It was not asked in both waves.");
        var (ours, theirs) = (Parts(measure), other.Parts(measure));
        if (ours.Count != theirs.Count || !ours.Keys.All(theirs.ContainsKey)) return Words.Of("It was made up of other questions in the earlier wave.");
        foreach (var (key, (slot, weight)) in ours)
        {
            var (before, beforeWeight) = theirs[key];
            if (!slot.SameScaleAs(before)) return Words.Of("The scale of question {0} has changed since the earlier wave.", key);
            if (!slot.SameWordsAs(before)) return Words.Of("The wording of question {0} has changed since the earlier wave.", key);
            if (Math.Abs(weight - beforeWeight) > 1e-9) return Words.Of("The weights have changed since the earlier wave.");
        }
        return null;
    }

    /// <summary>The ratings that a measure rests on, each with the weight of its mean.</summary>
    public Dictionary<string, (AskedSlot Slot, double Weight)> Parts(Measure measure)
    {
        var coefficients = Coefficients(measure);
        return asked.Where(a => coefficients[a.Slot.Index] != 0).ToDictionary(a => a.Slot.Key, a => (a, coefficients[a.Slot.Index]));
    }

    /// <summary>A measure of one respondent, as the mean of what was answered; NaN when nothing was.</summary>
    public Func<byte[], double> Scoring(Measure measure)
    {
        var coefficients = Coefficients(measure);
        int[] used = [.. Enumerable.Range(0, Slots).Where(i => coefficients[i] != 0)];
        return ratings =>
        {
            var (sum, weights) = (0.0, 0.0);
            foreach (var i in used)
                if (ratings[i] != Slot.Missing) (sum, weights) = (sum + coefficients[i] * scales[i].Score.Of(ratings[i]), weights + coefficients[i]);
            return weights > 0 ? sum / weights : double.NaN;
        };
    }

    /// <summary>How measures go together among the respondents of a cell, in score points; a column a measure, by its code.</summary>
    /// <remarks>Missing answers pairwise.</remarks>
    public Covariances Covariances(Moments cell, IReadOnlyList<Measure> measures)
    {
        var coefficients = measures.Select(Coefficients).ToList();
        var used = asked.Where(a => coefficients.Any(c => c[a.Slot.Index] != 0)).Select(a => a.Slot.Index).ToList();
        var ratings = Statistics.Covariances.Of(cell, [.. used.Select(slot => (asked[slot].Slot.Key, slot))], [.. scales.Select(s => s.Score)]);
        return ratings.Combine([.. measures.Select(m => m.Code)], [.. coefficients.Select(c => used.Select(slot => c[slot]).ToArray())]);
    }

    /// <summary>Covariances of some ratings of a cell with their scales, turned where a high answer is bad.</summary>
    public CovarianceMatrix CovariancesOf(Moments cell, IReadOnlyList<string> keys) =>
        CovarianceMatrix.Of(cell, [.. asked.Select(a => a.Slot.Key)], scales, MissingAnswers.Pairwise, keys);

    double[] Coefficients(Measure measure)
    {
        switch (measure.Kind)
        {
            case MeasureKind.Item: return Plain([SlotOf(measure.Node)]);
            case MeasureKind.Nps: return Plain(SlotsOf(Part.Recommendation)[..1]);
            case MeasureKind.Csat: return Plain(SlotsOf(Part.Overall));
            case MeasureKind.Ces: return Plain(SlotsOf(Part.Effort));
            case MeasureKind.Delivered: return Plain(SlotsOf(Part.Delivered));
            case MeasureKind.Rater:
                var sum = new double[Slots];
                foreach (var (perceived, importance) in weights.Rater!)
                    for (var i = 0; i < Slots; i++) sum[i] += (perceived[i] + (importance?[i] ?? 0)) / 5;
                return sum;
            default:
                var code = CodeOf(measure);
                return measure.Aspect switch
                {
                    Aspect.Perceived => weights.Of(code, Part.Perceived)!,
                    Aspect.Expected => weights.Of(code, Part.Expected)!,
                    Aspect.Importance => weights.Of(code, Part.Importance)!,
                    _ => [.. weights.Of(code, Part.Perceived, Part.Expected)!.Zip(weights.Of(code, Part.Expected, Part.Perceived)!, (p, e) => p - e)],
                };
        }
    }

    Estimate OfNode(string code, Aspect aspect, SlotMeans scores) => aspect switch
    {
        Aspect.Ratio => scores.Ratio(weights.Of(code, Part.Perceived, Part.Expected)!, weights.Of(code, Part.Expected, Part.Perceived)!).Rescaled(100),
        Aspect.Gap => scores.Linear(Coefficients(new(MeasureKind.Dimension, code, Aspect.Gap))),
        Aspect.Expected => scores.Linear(weights.Of(code, Part.Expected)!),
        Aspect.Importance => scores.Linear(weights.Of(code, Part.Importance)!),
        _ => scores.Linear(weights.Of(code, Part.Perceived)!),
    };

    bool Has(string code, Aspect aspect) => aspect switch
    {
        Aspect.Perceived => weights.Of(code, Part.Perceived) is not null,
        Aspect.Expected => weights.Of(code, Part.Expected) is not null,
        Aspect.Importance => weights.Of(code, Part.Importance) is not null,
        _ => weights.Of(code, Part.Perceived, Part.Expected) is not null,
    };

    IEnumerable<Measure> Listed()
    {
        foreach (var node in Nodes)
            foreach (var aspect in aspects.Where(a => Has(node.Code, a))) yield return Of(node, aspect);
        foreach (var a in asked) yield return Measure.Item(a.Slot.Key);
        if (SlotsOf(Part.Recommendation).Length > 0) yield return Measure.Nps;
        if (SlotsOf(Part.Overall).Length > 0) yield return Measure.Csat;
        if (SlotsOf(Part.Effort).Length > 0) yield return Measure.Ces;
        if (SlotsOf(Part.Delivered).Length > 0) yield return Measure.Delivered;
        if (weights.Rater is not null) yield return Measure.Rater;
    }

    string CodeOf(Measure measure) => measure.Kind == MeasureKind.Index ? Root!.Code : measure.Node;
    int SlotOf(string key) => asked.First(a => a.Slot.Key == key).Slot.Index;
    int[] SlotsOf(Part part) => [.. asked.Where(a => a.Slot.Part == part).Select(a => a.Slot.Index)];

    double[] Plain(int[] slots)
    {
        var coefficients = new double[Slots];
        foreach (var slot in slots) coefficients[slot] = 1.0 / slots.Length;
        return coefficients;
    }
}

/// <summary>A cell read for measuring: its moments and the score means of its slots.</summary>
sealed record CellMeans(Moments Moments, SlotMeans Scores);
