using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics.Tests.Paths;

/// <summary>The textbook algorithm on rows, as slow and plain as it comes: Lohmoeller (1989), ch. 2; Dijkstra and Henseler (2015).</summary>
public sealed class PlainPlsTests
{
    static readonly Observations Answers = Population.Sample(120, 17);
    static readonly (int From, int To)[] Arrows = [(0, 1), (0, 2), (1, 2)];

    [Theory]
    [InlineData(OuterMode.B, InnerScheme.Centroid), InlineData(OuterMode.B, InnerScheme.Factorial), InlineData(OuterMode.B, InnerScheme.Path), InlineData(OuterMode.A, InnerScheme.Path)]
    public void Weights_and_paths_are_those_of_the_algorithm_on_rows(OuterMode mode, InnerScheme scheme)
    {
        var (weights, scores) = Iterated(mode, scheme);
        var fit = Pls.Fit(Population.Model(mode), Answers, new() { Scheme = scheme });
        for (var i = 0; i < 9; i++) Assert.Equal(weights[i / 3][i % 3], fit.Items[i].Weight, 1e-9);
        var slopes = Matrix<double>.Build.DenseOfColumnVectors(scores[0], scores[1]).QR().Solve(scores[2]);
        Assert.Equal(Corr(scores[0], scores[1]), fit.Paths[0].Value, 1e-9);
        Assert.Equal(slopes[0], fit.Paths[1].Value, 1e-9);
        Assert.Equal(slopes[1], fit.Paths[2].Value, 1e-9);
    }

    [Fact]
    public void Consistent_paths_are_those_of_correlations_freed_from_error()
    {
        var (weights, scores) = Iterated(OuterMode.A, InnerScheme.Path);
        double Reliability(int k)
        {
            var (w, x) = (weights[k], Block(k));
            var s = x.TransposeThisAndMultiply(x) / (Answers.Rows - 1);
            double above = 0, below = 0;
            for (var i = 0; i < 3; i++)
                for (var j = 0; j < 3; j++)
                    if (i != j) (above, below) = (above + w[i] * s[i, j] * w[j], below + w[i] * w[i] * w[j] * w[j]);
            return Math.Pow(w * w, 2) * above / below;
        }
        double R(int a, int b) => Corr(scores[a], scores[b]) / Math.Sqrt(Reliability(a) * Reliability(b));
        var fit = Pls.Fit(Population.Model(), Answers, new() { Scheme = InnerScheme.Path, Consistent = true });
        Assert.Equal(R(0, 1), fit.Paths[0].Value, 1e-9);
        Assert.Equal((R(0, 2) - R(0, 1) * R(1, 2)) / (1 - R(0, 1) * R(0, 1)), fit.Paths[1].Value, 1e-9);
        Assert.Equal((R(1, 2) - R(0, 1) * R(0, 2)) / (1 - R(0, 1) * R(0, 1)), fit.Paths[2].Value, 1e-9);
        for (var k = 0; k < 3; k++) Assert.Equal(Reliability(k), fit.Constructs[k].RhoA!.Value, 1e-9);
    }

    static (Vector<double>[] Weights, Vector<double>[] Scores) Iterated(OuterMode mode, InnerScheme scheme)
    {
        var blocks = Enumerable.Range(0, 3).Select(Block).ToArray();
        Vector<double>[] weights = [.. blocks.Select(b => Vector<double>.Build.Dense(3, 1))], scores = Scored();
        for (var step = 0; step < 2000; step++)
        {
            var inner = Enumerable.Range(0, 3).Select(k => Inner(k, scores, scheme)).ToArray();
            weights = [.. blocks.Select((x, k) => mode == OuterMode.A ? x.TransposeThisAndMultiply(inner[k]) : x.QR().Solve(inner[k]))];
            scores = Scored();
        }
        return (weights, scores);

        // Scores of variance 1, weights for them.
        Vector<double>[] Scored()
        {
            for (var k = 0; k < 3; k++) weights[k] /= Deviation(blocks[k] * weights[k]);
            return [.. blocks.Select((x, k) => x * weights[k])];
        }
    }

    static Vector<double> Inner(int k, Vector<double>[] scores, InnerScheme scheme)
    {
        var sum = Vector<double>.Build.Dense(Answers.Rows);
        int[] sources = [.. Arrows.Where(a => a.To == k).Select(a => a.From)], targets = [.. Arrows.Where(a => a.From == k).Select(a => a.To)];
        if (scheme == InnerScheme.Path && sources.Length > 0)
        {
            var x = Matrix<double>.Build.DenseOfColumnVectors(sources.Select(s => scores[s]));
            sum += x * x.QR().Solve(scores[k]);
        }
        foreach (var other in scheme == InnerScheme.Path ? targets : [.. sources, .. targets])
            sum += scores[other] * (scheme == InnerScheme.Centroid ? Math.Sign(Corr(scores[k], scores[other])) : Corr(scores[k], scores[other]));
        return sum;
    }

    static Matrix<double> Block(int k) => Matrix<double>.Build.DenseOfColumnVectors(Population.Items[(3 * k)..(3 * k + 3)].Select(name =>
    {
        var x = Vector<double>.Build.Dense(Answers[name].ToArray());
        x -= x.Average();
        return x / Deviation(x);
    }));

    static double Deviation(Vector<double> x) => Math.Sqrt(x * x / (x.Count - 1));

    static double Corr(Vector<double> a, Vector<double> b) => a * b / Math.Sqrt(a * a * (b * b));
}
