using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>The PLS iterations on a correlation matrix, in memory of its own that is used again for every matrix.</summary>
/// <remarks>
/// Wold (1982); Lohmöller (1989), chapter 2. Everything is a function of the correlations of the items: composites are
/// never formed. Start weights are 1; a composite points the way the sum of its items' correlations with it does. Methods are optimised at
/// once: a thousand resamples are over before the runtime would have seen which of them matter.
/// </remarks>
sealed class PathSolver
{
    readonly PathPlan plan;
    readonly PathOptions options;
    readonly int items, constructs, stride;
    readonly double[] proposed, inner, matrix, solution;
    readonly double[][] blocks;

    public PathSolver(PathPlan plan, PathOptions options)
    {
        (this.plan, this.options, items, constructs) = (plan, options, plan.Items, plan.Constructs);
        stride = Stride(items);
        R = new double[items * stride];
        Weights = new double[items];
        Cross = new double[constructs * stride];
        Composites = new double[constructs * constructs];
        Correlations = new double[constructs * constructs];
        Reliabilities = new double[constructs];
        Loadings = new double[items];
        Direct = new double[constructs * constructs];
        Total = new double[constructs * constructs];
        R2 = new double[constructs];
        proposed = new double[items];
        inner = new double[constructs * constructs];
        matrix = new double[plan.MostSources * plan.MostSources];
        solution = new double[plan.MostSources];
        blocks = [.. Enumerable.Range(0, constructs).Select(k => plan.Formative[k] ? new double[plan.Size(k) * plan.Size(k)] : [])];
    }

    /// <summary>From one row of a matrix with so many columns to the next.</summary>
    public static int Stride(int columns) => (columns + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>Correlations of the items, items x stride, the rest of a row 0. To be filled before <see cref="Solve"/>.</summary>
    public double[] R { get; }
    /// <summary>Standardised outer weights: every composite has variance 1.</summary>
    public double[] Weights { get; }
    /// <summary>Correlation of construct k with item i at k x stride + i.</summary>
    public double[] Cross { get; }
    /// <summary>Correlations of the composites, constructs x constructs.</summary>
    public double[] Composites { get; }
    /// <summary>The same freed of unreliability when consistency is asked for.</summary>
    public double[] Correlations { get; }
    /// <summary>rho_A by construct; 1 for single items and formative constructs.</summary>
    public double[] Reliabilities { get; }
    public double[] Loadings { get; }
    /// <summary>Path from j to k at j x constructs + k.</summary>
    public double[] Direct { get; }
    public double[] Total { get; }
    /// <summary>0 for constructs without sources.</summary>
    public double[] R2 { get; }
    public int Iterations { get; private set; }
    public bool Converged { get; private set; }
    /// <summary>Why there is no solution, and at which construct.</summary>
    public PathFault Fault { get; private set; }
    public int FailedAt { get; private set; }

    /// <summary>False when the matrix admits no solution: a composite without variance, sources or formative items that determine one another, or corrected correlations beyond 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Solve()
    {
        Converged = false;
        if (!FactorBlocks()) return false;
        Array.Fill(proposed, 1);
        if (!Take()) return false;
        for (Iterations = 1; Iterations <= options.MostIterations; Iterations++)
        {
            if (!WeighNeighbours()) return false;
            Propose();
            if (!Take()) return false;
            if (change > options.Tolerance) continue;
            Converged = true;
            break;
        }
        Orient();
        Correlate(all: true);
        return Correct() && Regress();
    }

    double change;

    bool FactorBlocks()
    {
        for (var k = 0; k < constructs; k++)
        {
            if (!plan.Formative[k]) continue;
            var (first, size) = (plan.First[k], plan.Size(k));
            for (var i = 0; i < size; i++) R.AsSpan((first + i) * stride + first, size).CopyTo(blocks[k].AsSpan(i * size));
            if (!SmallCholesky.Factor(blocks[k], size)) return Fail(k, PathFault.Items);
        }
        return true;
    }

    // Scales the proposed weights to composites of variance 1, notes their change and the correlations with all items.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Take()
    {
        change = 0;
        for (var k = 0; k < constructs; k++)
        {
            var cross = Cross.AsSpan(k * stride, stride);
            cross.Clear();
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++) AddScaled(cross, R.AsSpan(i * stride, stride), proposed[i]);
            var variance = 0.0;
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++) variance += proposed[i] * cross[i];
            if (!(variance > 1e-12)) return Fail(k, PathFault.Composite);
            var scale = 1 / Math.Sqrt(variance);
            foreach (ref var wide in MemoryMarshal.Cast<double, Vector<double>>(cross)) wide *= scale;
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++)
            {
                var weight = proposed[i] * scale;
                // Only the size counts: a sign may turn at every step.
                change = Math.Max(change, Math.Abs(Math.Abs(weight) - Math.Abs(Weights[i])));
                Weights[i] = weight;
            }
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool WeighNeighbours()
    {
        Correlate(all: options.Scheme == InnerScheme.Path);
        for (var i = 0; i < plan.Paths.Length; i++)
        {
            var (from, to) = plan.Paths[i];
            var r = Composites[from * constructs + to];
            var e = options.Scheme == InnerScheme.Centroid ? (r < 0 ? -1 : 1) : r;
            inner[from * constructs + to] = inner[to * constructs + from] = e;
        }
        if (options.Scheme != InnerScheme.Path) return true;
        // What acts on a construct counts by its regression coefficient.
        for (var k = 0; k < constructs; k++)
        {
            if (!Coefficients(k, Composites)) return Fail(k, PathFault.Sources);
            for (var s = 0; s < plan.Sources[k].Length; s++) inner[k * constructs + plan.Sources[k][s]] = solution[s];
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Propose()
    {
        for (var k = 0; k < constructs; k++)
        {
            var (first, size) = (plan.First[k], plan.Size(k));
            var own = proposed.AsSpan(first, size);
            own.Clear();
            foreach (var l in plan.Sources[k]) AddInner(own, k, l, first);
            foreach (var l in plan.Targets[k]) AddInner(own, k, l, first);
            if (plan.Formative[k]) SmallCholesky.Solve(blocks[k], size, own);
        }
    }

    void AddInner(Span<double> own, int k, int neighbour, int first)
    {
        var e = inner[k * constructs + neighbour];
        var cross = Cross.AsSpan(neighbour * stride + first, own.Length);
        for (var i = 0; i < own.Length; i++) own[i] += e * cross[i];
    }

    void Orient()
    {
        for (var k = 0; k < constructs; k++)
        {
            var sum = 0.0;
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++) sum += Cross[k * stride + i];
            if (sum >= 0) continue;
            for (var i = plan.First[k]; i < plan.First[k + 1]; i++) Weights[i] = -Weights[i];
            foreach (ref var wide in MemoryMarshal.Cast<double, Vector<double>>(Cross.AsSpan(k * stride, stride))) wide = -wide;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Correlate(bool all)
    {
        if (!all)
        {
            foreach (var (from, to) in plan.Paths) Correlate(from, to);
            return;
        }
        for (var k = 0; k < constructs; k++)
        {
            Composites[k * constructs + k] = 1;
            for (var l = 0; l < k; l++) Correlate(k, l);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Correlate(int k, int l)
    {
        var r = 0.0;
        for (var i = plan.First[k]; i < plan.First[k + 1]; i++) r += Weights[i] * Cross[l * stride + i];
        Composites[k * constructs + l] = Composites[l * constructs + k] = r;
    }

    /// <remarks>Dijkstra and Henseler (2015), MIS Quarterly 39(2), 297-316, equations 3 to 5.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Correct()
    {
        for (var k = 0; k < constructs; k++)
        {
            var (first, size) = (plan.First[k], plan.Size(k));
            var reflective = size > 1 && !plan.Formative[k];
            var (reliability, squares) = reflective ? Reliability(first, size) : (1, 1);
            Reliabilities[k] = reliability;
            if (options.Consistent && !(reliability > 1e-6)) return Fail(k, PathFault.Unreliable);
            for (var i = first; i < first + size; i++)
                Loadings[i] = options.Consistent && reflective ? Weights[i] * Math.Sqrt(reliability) / squares : Cross[k * stride + i];
        }
        for (var k = 0; k < constructs; k++)
            for (var l = 0; l < constructs; l++)
                Correlations[k * constructs + l] = Composites[k * constructs + l] / (options.Consistent && k != l ? Math.Sqrt(Reliabilities[k] * Reliabilities[l]) : 1);
        return true;
    }

    // rho_A and w'w.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    (double, double) Reliability(int first, int size)
    {
        double squares = 0, off = 0, products = 0;
        for (var i = 0; i < size; i++)
        {
            var w = Weights[first + i];
            squares += w * w;
            for (var j = 0; j < i; j++)
            {
                var both = w * Weights[first + j];
                off += 2 * both * R[(first + i) * stride + first + j];
                products += 2 * both * both;
            }
        }
        return (squares * squares * off / products, squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Regress()
    {
        Array.Clear(Total);
        foreach (var k in plan.Order)
        {
            R2[k] = 0;
            if (!Coefficients(k, Correlations)) return Fail(k, options.Consistent ? PathFault.Corrected : PathFault.Sources);
            for (var s = 0; s < plan.Sources[k].Length; s++)
            {
                var (source, b) = (plan.Sources[k][s], solution[s]);
                Direct[source * constructs + k] = b;
                R2[k] += b * Correlations[source * constructs + k];
                Total[source * constructs + k] += b;
                for (var j = 0; j < constructs; j++) Total[j * constructs + k] += Total[j * constructs + source] * b;
            }
            if (!(R2[k] < 1 + 1e-9)) return Fail(k, PathFault.Corrected);
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool Coefficients(int k, double[] correlations)
    {
        var sources = plan.Sources[k];
        for (var s = 0; s < sources.Length; s++)
        {
            solution[s] = correlations[sources[s] * constructs + k];
            for (var t = 0; t <= s; t++) matrix[s * sources.Length + t] = correlations[sources[s] * constructs + sources[t]];
        }
        if (sources.Length < 2) return true;
        if (!SmallCholesky.Factor(matrix, sources.Length)) return false;
        SmallCholesky.Solve(matrix, sources.Length, solution);
        return true;
    }

    bool Fail(int construct, PathFault fault)
    {
        (FailedAt, Fault) = (construct, fault);
        return false;
    }

    static void AddScaled(Span<double> to, ReadOnlySpan<double> of, double factor)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(to);
        var from = MemoryMarshal.Cast<double, Vector<double>>(of);
        for (var i = 0; i < wide.Length; i++) wide[i] += from[i] * factor;
    }
}
