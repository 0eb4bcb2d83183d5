using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Loyalty;

/// <summary>ordinal_logit_housing.json: ordinal::clm 2022.11-16; the deviance is that published for MASS::polr.</summary>
public sealed class OrdinalLogitTests
{
    [Fact]
    public void Satisfaction_with_housing_equals_clm()
    {
        var (table, expected) = (Reference.Data("housing_satisfaction.csv"), Reference.Results("ordinal_logit_housing.json"));
        string[] Labels(string column) => [.. table.Rows.Select(r => r[table.Slot(column)].Trim('"'))];
        double[] Is(string column, string value) => [.. Labels(column).Select(v => v == value ? 1.0 : 0)];
        string[] names = ["InflMedium", "InflHigh", "TypeApartment", "TypeAtrium", "TypeTerrace", "ContHigh"], order = ["Low", "Medium", "High"];
        var data = Observations.Of(["Sat", "Freq", .. names], [
            [.. Labels("Sat").Select(s => (double)Array.IndexOf(order, s))], table.Numbers("Freq"), Is("Infl", "Medium"), Is("Infl", "High"), Is("Type", "Apartment"), Is("Type", "Atrium"), Is("Type", "Terrace"), Is("Cont", "High")]);
        var fit = OrdinalLogit.Fit(data, "Sat", names, "Freq");
        Assert.True(fit.Converged);
        var exact = expected["exact_clm"]!["logit"]!;
        foreach (var c in fit.Coefficients)
        {
            Reference.Close(exact["coef"]![c.Name].Number(), c.Coefficient, 1e-10);
            Reference.Close(exact["se"]![c.Name].Number(), c.Estimate!.StandardError, 1e-10);
        }
        foreach (var (k, name) in new[] { "Low|Medium", "Medium|High" }.Index())
        {
            Reference.Close(exact["zeta"]![name].Number(), fit.Thresholds[k].Value, 1e-10);
            Reference.Close(exact["se"]![name].Number(), fit.Thresholds[k].StandardError, 1e-10);
        }
        Reference.Close(exact["deviance"].Number(), fit.Deviance, 1e-12);
        Reference.Close(expected["logit"]!["aic"].Number(), fit.Aic, 1e-12);
        foreach (var (k, level) in order.Index()) Reference.Close(expected["predicted_probs_tower_lowcontact_by_influence"]!["Medium"]![level].Number(), fit.Shares([1, 0, 0, 0, 0, 0])[k], 1e-8);
    }

    [Fact]
    public void Two_answers_are_no_order_and_parted_ones_have_no_finite_coefficient()
    {
        Assert.Contains("two are a logistic regression", Assert.Throws<DataRefused>(() => OrdinalLogit.Fit(Observations.Of(["y", "x"], [[0, 1, 0, 1], [1, 2, 3, 4]]), "y", ["x"])).Message);
        Assert.Equal(DataFault.Separated, Assert.Throws<DataRefused>(() => OrdinalLogit.Fit(Observations.Of(["y", "x"], [[0, 0, 1, 1, 2, 2], [1, 2, 3, 4, 5, 6]]), "y", ["x"])).Fault);
    }
}

public sealed class OrdinalLogitContract : EstimatorContract
{
    private protected override Observations Data { get; } = Made();

    static Observations Made()
    {
        var stream = Draws.Seeded(6).Of(0);
        double[] x = new double[200], z = new double[200], y = new double[200];
        for (var i = 0; i < 200; i++)
        {
            (x[i], z[i]) = (stream.Normal(), stream.Normal());
            y[i] = Math.Clamp(Math.Round(2 + x[i] + 1.5 * stream.Normal()), 0, 4);
        }
        return Observations.Of(["y", "x", "z"], [y, x, z]);
    }

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) =>
        OrdinalLogit.Fit(data, "y", ["x", "z"]) is var f ? [f.LogLikelihood, .. f.Coefficients.Select(c => (double?)c.Coefficient), .. f.Thresholds.Select(t => t.Lower)] : [];
}
