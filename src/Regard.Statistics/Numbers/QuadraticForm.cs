namespace Regard.Statistics;

/// <summary>u' V^- u of a difference and its covariance: chi-square under no difference.</summary>
static class QuadraticForm
{
    // A row of which less than this share is not told by those before adds nothing.
    const double LeastOwnShare = 1e-9;

    /// <summary>By elimination, largest own share first; what the rest determines is passed over.</summary>
    /// <param name="u">The difference.</param>
    /// <param name="covariance">Row major, symmetric.</param>
    public static (double ChiSquare, int Rank) Of(IReadOnlyList<double> u, ReadOnlySpan<double> covariance)
    {
        var (n, v, left) = (u.Count, covariance.ToArray(), u.ToArray());
        var whole = Enumerable.Range(0, n).Select(i => v[i * n + i]).ToArray();
        var open = Enumerable.Range(0, n).Where(i => whole[i] > 0).ToList();
        var (chi, rank) = (0.0, 0);
        while (open.Count > 0)
        {
            var best = open.MaxBy(i => v[i * n + i] / whole[i]);
            if (!(v[best * n + best] > LeastOwnShare * whole[best])) break;
            open.Remove(best);
            var pivot = v[best * n + best];
            chi += left[best] * left[best] / pivot;
            rank++;
            foreach (var i in open)
            {
                var factor = v[i * n + best] / pivot;
                left[i] -= factor * left[best];
                foreach (var j in open) v[i * n + j] -= factor * v[best * n + j];
            }
        }
        return (chi, rank);
    }
}
