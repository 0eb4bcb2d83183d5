using System.Runtime.CompilerServices;
namespace Regard.Statistics;

/// <summary>Cholesky of the small matrices that the iterations solve; row major, in place, without allocation.</summary>
static class SmallCholesky
{
    // A variable that the others explain to this degree counts as determined by them.
    const double Smallest = 1e-10;

    /// <summary>Replaces the lower triangle by L with A = L L'. False when A is a correlation matrix whose variables determine one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Factor(Span<double> a, int n)
    {
        for (var j = 0; j < n; j++)
        {
            var pivot = a[j * n + j];
            for (var k = 0; k < j; k++) pivot -= a[j * n + k] * a[j * n + k];
            if (!(pivot > Smallest)) return false;
            pivot = Math.Sqrt(pivot);
            a[j * n + j] = pivot;
            for (var i = j + 1; i < n; i++)
            {
                var sum = a[i * n + j];
                for (var k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
                a[i * n + j] = sum / pivot;
            }
        }
        return true;
    }

    /// <summary>Solves A x = b by the factor, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(ReadOnlySpan<double> l, int n, Span<double> b)
    {
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) b[i] -= l[i * n + k] * b[k];
            b[i] /= l[i * n + i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) b[i] -= l[k * n + i] * b[k];
            b[i] /= l[i * n + i];
        }
    }
}
