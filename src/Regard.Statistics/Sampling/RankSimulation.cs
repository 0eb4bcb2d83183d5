namespace Regard.Statistics;

/// <summary>Ranks of units whose true scores are known as normal distributions only.</summary>
static class RankSimulation
{
    public static ShrunkenUnit[] Run(Estimate[] scores, double[] observed, int seed, int draws, double confidence)
    {
        var (units, chance) = (scores.Length, Draws.Seeded(seed).Of(0));
        var ranks = new int[units][];
        for (var i = 0; i < units; i++) ranks[i] = new int[draws];
        var (keys, order) = (new (double Score, double Lot)[units], new int[units]);
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < units; i++)
            {
                // Equal scores are put in order by lot.
                keys[i] = (-scores[i].Value!.Value - scores[i].StandardError!.Value * chance.Normal(), chance.Uniform());
                order[i] = i;
            }
            Array.Sort(keys, order);
            for (var place = 0; place < units; place++) ranks[order[place]][draw] = place + 1;
        }
        var best = Enumerable.Range(0, units).OrderByDescending(i => scores[i].Value).ThenByDescending(i => observed[i]).ToArray();
        var bottom = units - (units + 3) / 4;
        var result = new ShrunkenUnit[units];
        for (var place = 0; place < units; place++)
        {
            var mine = ranks[best[place]];
            Array.Sort(mine);
            result[best[place]] = new(
                scores[best[place]], place + 1,
                Math.Min(place + 1, mine[(int)(draws * (1 - confidence) / 2)]),
                Math.Max(place + 1, mine[Math.Min(draws - 1, (int)(draws * (1 + confidence) / 2))]),
                (double)mine.Count(rank => rank > bottom) / draws);
        }
        return result;
    }
}
