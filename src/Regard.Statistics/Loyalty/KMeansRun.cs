namespace Regard.Statistics;

/// <summary>One start of k-means and where it led.</summary>
sealed record KMeansRun(double[][] Centres, int[] Assignment, double Within, bool Converged)
{
    const int MostSteps = 300;

    public static KMeansRun Of(KMeansSpace space, int k, DrawStream stream)
    {
        var (points, centres) = (space.Points, Started(space.Points, k, ref stream));
        var (assignment, settled) = (new int[points.Length], false);
        Array.Fill(assignment, -1);
        for (var step = 0; step < MostSteps && !settled; step++)
        {
            settled = true;
            for (var i = 0; i < points.Length; i++)
            {
                var nearest = Nearest(points[i], centres);
                settled &= assignment[i] == nearest;
                assignment[i] = nearest;
            }
            if (!settled) Move(points, assignment, centres);
        }
        return new(centres, assignment, Enumerable.Range(0, points.Length).Sum(i => Distance(points[i], centres[assignment[i]])), settled);
    }

    static double[][] Started(double[][] points, int k, ref DrawStream stream)
    {
        var centres = new List<double[]> { points[stream.Below(points.Length)].ToArray() };
        var distance = points.Select(p => Distance(p, centres[0])).ToArray();
        while (centres.Count < k)
        {
            var (draw, at, last) = (stream.Uniform() * distance.Sum(), 0, -1);
            for (; at < points.Length; at++)
            {
                if (distance[at] > 0) last = at;
                draw -= distance[at];
                if (draw < 0) break;
            }
            centres.Add(points[at < points.Length ? at : last].ToArray());
            for (var i = 0; i < points.Length; i++) distance[i] = Math.Min(distance[i], Distance(points[i], centres[^1]));
        }
        return [.. centres];
    }

    static void Move(double[][] points, int[] assignment, double[][] centres)
    {
        var sizes = new int[centres.Length];
        var old = centres.Select(c => c.ToArray()).ToArray();
        foreach (var centre in centres) Array.Clear(centre);
        for (var i = 0; i < points.Length; i++)
        {
            sizes[assignment[i]]++;
            for (var j = 0; j < points[i].Length; j++) centres[assignment[i]][j] += points[i][j];
        }
        for (var s = 0; s < centres.Length; s++)
            for (var j = 0; j < centres[s].Length && sizes[s] > 0; j++) centres[s][j] /= sizes[s];
        // A centre that lost all takes the point farthest from its own.
        for (var s = 0; s < centres.Length; s++)
        {
            if (sizes[s] > 0) continue;
            var far = Enumerable.Range(0, points.Length).Where(i => sizes[assignment[i]] > 1).MaxBy(i => Distance(points[i], old[assignment[i]]));
            sizes[assignment[far]]--;
            (assignment[far], sizes[s]) = (s, 1);
            points[far].CopyTo(centres[s], 0);
        }
    }

    static int Nearest(double[] point, double[][] centres)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var s = 0; s < centres.Length; s++)
            if (Distance(point, centres[s]) is var d && d < least) (nearest, least) = (s, d);
        return nearest;
    }

    public static double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
        return sum;
    }
}
