using System.Runtime.CompilerServices;
namespace Regard.Statistics;

/// <summary>HTMT of all pairs of reflective constructs, without allocation.</summary>
static class HeterotraitRatios
{
    /// <param name="plan">The model.</param>
    /// <param name="r">Correlations of the items, items x stride.</param>
    /// <param name="within">One a construct; overwritten.</param>
    /// <param name="ratios">One a pair of the plan; NaN when no items correlate within.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(PathPlan plan, ReadOnlySpan<double> r, Span<double> within, Span<double> ratios)
    {
        var stride = PathSolver.Stride(plan.Items);
        for (var k = 0; k < plan.Constructs; k++)
        {
            var sum = 0.0;
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++)
                for (var j = plan.First[k]; j < i; j++) sum += Math.Abs(r[i * stride + j]);
            within[k] = plan.Size(k) == 1 ? 1 : sum / (plan.Size(k) * (plan.Size(k) - 1) / 2.0);
        }
        for (var pair = 0; pair < plan.Pairs.Length; pair++)
        {
            var ((a, b), sum) = (plan.Pairs[pair], 0.0);
            for (var i = plan.First[a]; i < plan.First[a + 1]; i++)
                for (var j = plan.First[b]; j < plan.First[b + 1]; j++) sum += Math.Abs(r[i * stride + j]);
            ratios[pair] = sum / (plan.Size(a) * plan.Size(b)) / Math.Sqrt(within[a] * within[b]);
        }
    }
}
