namespace Regard.Statistics;

/// <summary>How often, of two customers, the one who left first had the higher hazard; ties of the hazard count half.</summary>
/// <remarks>Harrell, Lee and Mark (1996), Statistics in Medicine 15, 361-387; error by the infinitesimal jackknife, as survival::concordance.</remarks>
static class Concordance
{
    public static Estimate Of(CoxDesign design, double[] beta, double confidence)
    {
        var eta = new double[design.N];
        design.Predict(beta, eta);
        var (levels, order, rank) = (0, RowOrder.Ascending(eta), new int[design.N]);
        for (var at = 0; at < order.Length; at++)
        {
            if (at == 0 || eta[order[at]] != eta[order[at - 1]]) levels++;
            rank[order[at]] = levels - 1;
        }
        // Of each place: weight of pairs it belongs to, and of those in order.
        var (pairs, agree) = (new double[design.N], new double[design.N]);
        foreach (var stratum in Enumerable.Range(0, design.N).GroupBy(place => design.Rows.Stratum[design.Order[place]]))
        {
            int[] places = [.. stratum];
            Outlived(design, places, rank, levels, pairs, agree);
            Outliving(design, places, rank, levels, pairs, agree);
        }
        // Every pair was met from both ends.
        double all = pairs.Sum() / 2, right = agree.Sum() / 2;
        if (!(all > 0)) return Estimate.Withhold(Withholding.NotIdentified, design.N);
        var (share, sums) = (right / all, new double[1 + (design.Rows.Cluster?.Max() ?? design.N)]);
        for (var place = 0; place < design.N; place++) sums[design.Rows.Cluster?[design.Order[place]] ?? place] += (agree[place] - share * pairs[place]) / all;
        var error = Math.Sqrt(sums.Sum(s => s * s));
        var reach = Quantile.Normal(0.5 + confidence / 2) * error;
        return Estimate.Between(share, error, Math.Max(0, share - reach), Math.Min(1, share + reach), design.N, confidence: confidence);
    }

    // For each who left: those still at risk and not leaving at the same time. Latest first.
    static void Outlived(CoxDesign design, int[] places, int[] rank, int levels, double[] pairs, double[] agree)
    {
        var (rows, tree) = (design.Rows, new WeightTree(levels));
        int[] entries = rows.Late ? [.. places.OrderByDescending(q => rows.Entry[design.Order[q]])] : [];
        var later = 0;
        for (var at = 0; at < places.Length;)
        {
            var (time, end) = (rows.Exit[design.Order[places[at]]], at);
            while (end < places.Length && rows.Exit[design.Order[places[end]]] == time) end++;
            var here = places.AsSpan(at, end - at);
            foreach (var q in here)
                if (!rows.Event[design.Order[q]]) tree.Add(rank[q], rows.Weight[design.Order[q]]);
            for (; later < entries.Length && rows.Entry[design.Order[entries[later]]] >= time; later++) tree.Add(rank[entries[later]], -rows.Weight[design.Order[entries[later]]]);
            foreach (var q in here)
                if (rows.Event[design.Order[q]])
                {
                    var (below, upTo) = (tree.Below(rank[q]), tree.Below(rank[q] + 1));
                    pairs[q] += rows.Weight[design.Order[q]] * tree.Total;
                    agree[q] += rows.Weight[design.Order[q]] * (below + upTo) / 2;
                }
            foreach (var q in here)
                if (rows.Event[design.Order[q]]) tree.Add(rank[q], rows.Weight[design.Order[q]]);
            at = end;
        }
    }

    // For each: those who left while it was at risk and stayed. Earliest first.
    static void Outliving(CoxDesign design, int[] places, int[] rank, int levels, double[] pairs, double[] agree)
    {
        var (rows, tree) = (design.Rows, new WeightTree(levels));
        int[] entries = rows.Late ? [.. places.OrderBy(q => rows.Entry[design.Order[q]])] : [];
        var entered = 0;
        void Count(int q, int sign)
        {
            var (w, upTo, below) = (sign * rows.Weight[design.Order[q]], tree.Below(rank[q] + 1), tree.Below(rank[q]));
            pairs[q] += w * tree.Total;
            agree[q] += w * (tree.Total - (below + upTo) / 2);
        }
        for (var at = places.Length - 1; at >= 0;)
        {
            var (time, end) = (rows.Exit[design.Order[places[at]]], at);
            while (end >= 0 && rows.Exit[design.Order[places[end]]] == time) end--;
            var here = places.AsSpan(end + 1, at - end);
            for (; entered < entries.Length && rows.Entry[design.Order[entries[entered]]] < time; entered++) Count(entries[entered], -1);
            foreach (var q in here)
                if (rows.Event[design.Order[q]]) Count(q, 1);
            foreach (var q in here)
                if (rows.Event[design.Order[q]]) tree.Add(rank[q], rows.Weight[design.Order[q]]);
            foreach (var q in here)
                if (!rows.Event[design.Order[q]]) Count(q, 1);
            at = end;
        }
    }
}
