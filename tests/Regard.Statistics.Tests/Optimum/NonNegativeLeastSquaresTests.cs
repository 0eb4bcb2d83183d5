using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics.Tests.Optimum;

public sealed class NonNegativeLeastSquaresTests
{
    [Fact]
    public void It_is_the_best_of_all_choices_of_what_is_zero()
    {
        const int size = 6;
        for (var trial = 0; trial < 200; trial++)
        {
            var chance = Draws.Seeded(2).Of(trial);
            var x = Matrix<double>.Build.Dense(15, size, (_, _) => chance.Normal());
            var y = Vector<double>.Build.Dense(15, _ => chance.Normal());
            var (a, r) = (x.TransposeThisAndMultiply(x), x.TransposeThisAndMultiply(y));
            var b = new double[size];
            Assert.True(new NonNegativeLeastSquares(size).Solve(a.ToRowMajorArray(), r.ToArray(), b));
            Assert.All(b, v => Assert.True(v >= 0));
            var best = 0.0;
            for (var set = 1; set < 1 << size; set++)
            {
                int[] kept = [.. Enumerable.Range(0, size).Where(j => (set >> j & 1) == 1)];
                var part = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => a[kept[i], kept[j]]);
                var right = Vector<double>.Build.Dense(kept.Length, i => r[kept[i]]);
                var c = part.Solve(right);
                if (c.Minimum() >= 0) best = Math.Min(best, -0.5 * (c * right));
            }
            var found = Vector<double>.Build.Dense(b);
            Reference.Close(best, 0.5 * (found * a * found) - r * found);
        }
    }
}
