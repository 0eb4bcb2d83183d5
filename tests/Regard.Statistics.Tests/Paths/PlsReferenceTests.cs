using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Paths;

/// <summary>plspm 0.5.1 at tolerance 1e-24, agreeing with seminr 2.3.4, cSEM 0.6.1 and semPLS 1.0-10 to 1e-14 (R 4.2.2).</summary>
public sealed class PlsReferenceTests
{
    public static TheoryData<string, InnerScheme> Files => new()
    {
        { "pls_mobi_path.json", InnerScheme.Path },
        { "pls_mobi_centroid.json", InnerScheme.Centroid },
        { "pls_mobi_factorial.json", InnerScheme.Factorial },
        { "pls_satisfaction_path.json", InnerScheme.Path },
    };

    static PathFit Fit(PathReference of, InnerScheme scheme) => Pls.Fit(of.Model, of.Answers, new PathOptions { Scheme = scheme });

    [Theory, MemberData(nameof(Files))]
    public void Weights_loadings_and_scores_equal_the_reference(string file, InnerScheme scheme)
    {
        var reference = new PathReference(file);
        var (fit, expected) = (Fit(reference, scheme), reference.Results);
        Assert.True(fit.Converged);
        foreach (var item in fit.Items)
        {
            Reference.Close(expected["outer_weights"]![item.Name].Number(), item.Weight);
            Reference.Close(expected["loadings"]![item.Name].Number(), item.Loading);
            Reference.Close(expected["unstandardised_normalised_weights"]![item.Name].Number(), item.ScoreWeight);
        }
        foreach (var construct in fit.Constructs)
        {
            Reference.Close(expected["index_0_100_mean"]![construct.Name].Number(), construct.Score!.Value);
            Reference.Close(expected["index_0_100_sd"]![construct.Name].Number(), construct.ScoreDeviation);
            Reference.Close(expected["index_0_100_sd"]![construct.Name].Number() / Math.Sqrt(250), construct.Score.StandardError);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Paths_and_effects_equal_the_reference(string file, InnerScheme scheme)
    {
        var reference = new PathReference(file);
        var (fit, expected) = (Fit(reference, scheme), reference.Results);
        Assert.Equal(expected["path_coefficients"]!.AsObject().Count, fit.Paths.Count);
        foreach (var path in fit.Paths)
        {
            var name = $"{path.From}->{path.To}";
            Reference.Close(expected["path_coefficients"]![name].Number(), path.Value);
            Reference.Close(expected["f2"]![name].Number(), path.F2);
            Reference.Close(expected["antecedent_vif"]![name].Number(), path.Vif);
        }
        Assert.Equal(expected["total_effects"]!.AsObject().Count, fit.Effects.Count);
        foreach (var effect in fit.Effects)
        {
            Reference.Close(expected["total_effects"]![$"{effect.From}->{effect.To}"].Number(), effect.Total);
            Assert.Equal(effect.Total, effect.Direct + effect.Indirect, 1e-15);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Quality_of_the_measurement_equals_the_reference(string file, InnerScheme scheme)
    {
        var reference = new PathReference(file);
        var (fit, expected) = (Fit(reference, scheme), reference.Results);
        foreach (var c in fit.Constructs)
        {
            Same(expected["r2"]![c.Name], c.R2);
            Same(expected["r2_adjusted"]![c.Name], c.R2Adjusted);
            Same(expected["ave"]![c.Name], c.Ave);
            Same(expected["rho_c"]![c.Name], c.RhoC);
            Same(expected["rho_a"]![c.Name], c.RhoA);
            Same(expected["alpha_standardized"]![c.Name], c.Alpha);
            Same(expected["alpha_raw"]![c.Name], c.AlphaRaw);
            foreach (var other in fit.Constructs) Reference.Close(expected["construct_correlations"]![c.Name]![other.Name].Number(), fit.Correlation(c.Name, other.Name));
        }
        foreach (var pair in fit.Heterotrait) Reference.Close(expected["htmt"]![$"{pair.A}~{pair.B}"].Number(), pair.Htmt);
        Reference.Close(expected["gof_plspm"].Number(), fit.GoodnessOfFit);
    }

    /// <summary>By matrices in plain R 4.2.2: Lambda' V Lambda + Theta with V = (I - B)^-1 Psi (I - B)^-T, as cSEM's fit() sets it up.</summary>
    [Fact]
    public void What_the_model_implies_differs_from_what_is_by_the_residual_of_plain_R()
    {
        var fit = Fit(new("pls_mobi_path.json"), InnerScheme.Path);
        Reference.Close(0.132786443291481, fit.Srmr, 1e-14);
        Reference.Close(0.075132213529864, fit.SrmrSaturated, 1e-14);
    }

    [Fact]
    public void A_cell_gives_what_its_rows_give()
    {
        var reference = new PathReference("pls_mobi_path.json");
        var cell = reference.Table.Moments(from: 1);
        Scale[] scales = [.. reference.Table.Header.Select(_ => new Scale(1, 10))];
        var (rows, fit) = (Pls.Fit(reference.Model, reference.Answers), Pls.Fit(reference.Model, CovarianceMatrix.Of(cell, reference.Table.Header, scales)));
        foreach (var (a, b) in rows.Items.Zip(fit.Items)) Reference.Close(a.Weight, b.Weight);
        foreach (var (a, b) in rows.Constructs.Zip(fit.Constructs))
        {
            Reference.Close(a.Score!.Value!.Value, b.Score!.Value);
            Reference.Close(a.Score!.StandardError!.Value, b.Score!.StandardError);
        }
    }

    static void Same(JsonNode? expected, double? actual)
    {
        if (expected is null) Assert.Null(actual);
        else Reference.Close(expected.Number(), actual);
    }
}
