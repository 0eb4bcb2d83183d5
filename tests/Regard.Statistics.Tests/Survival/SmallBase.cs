namespace Regard.Statistics.Tests.Survival;

/// <summary>Eighty made-up customers by whole-number arithmetic, so that another program can make the same: see docs/methods.md.</summary>
static class SmallBase
{
    public static readonly Observations Data = Made();
    public static readonly string[] Groups = [.. Enumerable.Range(1, 80).Select(i => $"{i * 7 % 3}")];

    static Observations Made()
    {
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(1, 80).Select(value)];
        double Time(int i) => 1 + i * 29 % 23;
        return Observations.Of(["x1", "x2", "time", "left", "entry", "group", "cluster", "weight", "odd"],
        [
            Column(i => i * 37 % 11 / 10.0), Column(i => i * 53 % 7), Column(Time), Column(i => i * 17 % 5 != 0 ? 1 : 0), Column(i => i * 13 % (int)Time(i)),
            Column(i => i * 7 % 3), Column(i => i * 11 % 20), Column(i => 0.5 + i * 19 % 4 / 2.0), Column(i => i * 11 % 20 % 2),
        ]);
    }

    public static void Close(IEnumerable<double?> actual, params IReadOnlyList<double> expected)
    {
        var found = actual.ToArray();
        Assert.Equal(expected.Count, found.Length);
        foreach (var (e, a) in expected.Zip(found)) Reference.Close(e, a, 1e-12);
    }
}
