namespace Regard.Statistics;

/// <summary>Penalty-reward contrast: what low ratings of each attribute take from the outcome and what high ones give, against those between.</summary>
/// <param name="Attributes">In the order given.</param>
/// <param name="Regression">The one regression on a low and a high dummy an attribute, from which all is read.</param>
/// <remarks>Brandt (1987), in Surprenant (ed.), Add Value to Your Service, 61-65; asymmetry: Mikulic and Prebezac (2008), Managing Service Quality 18, 559-576.</remarks>
public sealed record PenaltyReward(IReadOnlyList<PenaltyReward.Attribute> Attributes, LinearRegression Regression)
{
    /// <summary>One attribute, all in units of the outcome. A part is withheld as unmeasured when nobody rated so.</summary>
    /// <param name="Name">The column.</param>
    /// <param name="Penalty">Outcome with a low rating less that with one between; usually under 0.</param>
    /// <param name="PenaltyTest">Of none.</param>
    /// <param name="Reward">Outcome with a high rating less that with one between; usually over 0.</param>
    /// <param name="RewardTest">Of none.</param>
    /// <param name="Range">Reward less penalty: from low to high.</param>
    /// <param name="Asymmetry">Reward plus penalty: over 0 when high ratings do more than low ones.</param>
    /// <param name="AsymmetryTest">Of both ways alike.</param>
    /// <param name="ImpactAsymmetry">(reward - |penalty|) / (reward + |penalty|), -1 to 1; null unless penalty is at most and reward at least 0.</param>
    /// <param name="Kind">By which of penalty and reward is certain; by the asymmetry when both are. Only a small p of the asymmetry makes basic or delight sure.</param>
    public sealed record Attribute(
        string Name, Estimate Penalty, StudentTest PenaltyTest, Estimate Reward, StudentTest RewardTest,
        Estimate Range, Estimate Asymmetry, StudentTest AsymmetryTest, double? ImpactAsymmetry, AttributeKind Kind);

    /// <summary>Fits the contrast.</summary>
    /// <param name="data">Complete in the columns used.</param>
    /// <param name="outcome">Overall satisfaction.</param>
    /// <param name="attributes">Rated attributes.</param>
    /// <param name="options">What is low and high.</param>
    /// <exception cref="DataRefused">Columns missing, constant or determined by others, nobody rated in between, or too few rows.</exception>
    public static PenaltyReward Fit(Observations data, string outcome, IReadOnlyList<string> attributes, PenaltyRewardOptions options)
    {
        if (!(options.Low < options.High)) throw new DataRefused(DataFault.BadSpecification, $"Low ratings end at {options.Low}, which is not under {options.High}, where high ones begin.");
        string[] weight = options.Weight is { } w ? [w] : [];
        data.Select([outcome, .. attributes, .. weight]).Require(2);
        var (names, columns) = (new List<string>([outcome, .. weight]), new List<double[]>([data[outcome].ToArray(), .. weight.Select(x => data[x].ToArray())]));
        foreach (var name in attributes)
        {
            double[] low = [.. data[name].ToArray().Select(x => x <= options.Low ? 1.0 : 0)], high = [.. data[name].ToArray().Select(x => x >= options.High ? 1.0 : 0)];
            if (low.Zip(high, (a, b) => a + b).All(x => x == 1)) throw new DataRefused(DataFault.Collinear, $"Nobody rated {name} between {options.Low} and {options.High}, so low and high ratings have nothing to be held against.", name);
            foreach (var (label, dummy) in new[] { (LowOf(name), low), (HighOf(name), high) })
                if (dummy.Contains(1))
                {
                    names.Add(label);
                    columns.Add(dummy);
                }
        }
        string[] dummies = [.. names.Skip(1 + weight.Length)];
        if (dummies.Length == 0) throw new DataRefused(DataFault.Constant, $"All ratings of {string.Join(", ", attributes)} lie between {options.Low} and {options.High}: none is low or high.", attributes);
        var fit = LinearRegression.Fit(Observations.Of(names, columns), outcome, dummies, new(options.Weight, options.Linearised, options.Confidence));
        return new([.. attributes.Select(name => Read(fit, name, Array.IndexOf(dummies, LowOf(name)), Array.IndexOf(dummies, HighOf(name))))], fit);
    }

    static string LowOf(string name) => $"low {name}";

    static string HighOf(string name) => $"high {name}";

    static Attribute Read(LinearRegression fit, string name, int low, int high)
    {
        var absent = Estimate.Withhold(Withholding.Unmeasured, fit.N, fit.EffectiveN);
        var (penalty, reward) = (low < 0 ? absent : fit.Coefficients[low].Slope, high < 0 ? absent : fit.Coefficients[high].Slope);
        Estimate Both(double ofLow)
        {
            if (low < 0 || high < 0) return absent;
            var weights = new double[fit.Coefficients.Count + 1];
            (weights[low + 1], weights[high + 1]) = (ofLow, 1);
            return fit.Combination(weights);
        }
        var asymmetry = Both(1);
        double? impact = penalty.Value <= 0 && reward.Value >= 0 && reward.Value - penalty.Value > 0 ? (reward.Value + penalty.Value) / (reward.Value - penalty.Value) : null;
        return new(name, penalty, StudentTest.Of(penalty), reward, StudentTest.Of(reward), Both(-1), asymmetry, StudentTest.Of(asymmetry), impact, Kind(penalty, reward, asymmetry));
    }

    static AttributeKind Kind(Estimate penalty, Estimate reward, Estimate asymmetry) => (Harms: penalty.Upper < 0, Helps: reward.Lower > 0) switch
    {
        (false, false) => AttributeKind.Indifferent,
        (true, false) => AttributeKind.Basic,
        (false, true) => AttributeKind.Delight,
        _ => asymmetry.Upper < 0 ? AttributeKind.Basic : asymmetry.Lower > 0 ? AttributeKind.Delight : AttributeKind.Performance,
    };
}
