namespace Regard.Statistics;

/// <summary>Checked rows of a survival analysis, without those that were never at risk.</summary>
sealed class SurvivalRows
{
    public required SurvivalColumns Columns { get; init; }

    /// <summary>Where each row stands in the data.</summary>
    public required int[] Source { get; init; }

    /// <summary>Negative infinity without a column of entries, so that an event at 0 is one.</summary>
    public required double[] Entry { get; init; }

    public required double[] Exit { get; init; }
    public required bool[] Event { get; init; }
    public required double[] Weight { get; init; }

    /// <summary>Numbered from 0.</summary>
    public required int[] Stratum { get; init; }

    /// <summary>Numbered from 0; null for independent rows.</summary>
    public required int[]? Cluster { get; init; }

    /// <summary>Rows censored at 0, left out.</summary>
    public required int WithoutTime { get; init; }

    public int N => Exit.Length;
    public int Events => Event.Count(e => e);
    public int Strata => Stratum.Length == 0 ? 0 : Stratum.Max() + 1;
    public bool Late => Columns.Entry is not null;
    public bool Weighted => Columns.Weight is not null;

    public static SurvivalRows Of(Observations data, SurvivalColumns columns)
    {
        var used = data.Select(columns.All);
        if (used.Rows < 2) throw new DataRefused(DataFault.TooFewRows, $"{used.Rows} row is too few: at least 2 are needed.");
        foreach (var name in used.Names)
            if (HasMissing(used[name])) throw new DataRefused(DataFault.Missing, $"The column {name} has missing values.", name);
        double[] exit = used[columns.Duration].ToArray(), ended = used[columns.Event].ToArray();
        var entry = columns.Entry is { } e ? used[e].ToArray() : Filled(exit.Length, double.NegativeInfinity);
        var weight = columns.Weight is { } w ? used[w].ToArray() : Filled(exit.Length, 1);
        for (var i = 0; i < exit.Length; i++)
        {
            if (exit[i] < 0 && columns.Entry is null) throw new DataRefused(DataFault.OutOfRange, $"Row {i + 1} of {columns.Duration} is {exit[i]}: a duration is 0 or more.", columns.Duration);
            if (ended[i] is not (0 or 1)) throw new DataRefused(DataFault.OutOfRange, $"The column {columns.Event} holds something other than 0 and 1.", columns.Event);
            if (!(entry[i] < exit[i])) throw new DataRefused(DataFault.OutOfRange, $"Row {i + 1} ends ({columns.Duration} {exit[i]}) before it has begun ({columns.Entry} {entry[i]}).", columns.Entry!, columns.Duration);
            if (weight[i] < 0) throw new DataRefused(DataFault.BadWeights, $"{columns.Weight} has the weight {weight[i]}: it is not negative.", columns.Weight!);
        }
        bool Timeless(int i) => columns.Entry is null && exit[i] == 0 && ended[i] == 0;
        int[] kept = [.. Enumerable.Range(0, exit.Length).Where(i => weight[i] > 0 && !Timeless(i))];
        if (kept.Length == 0) throw weight.All(x => x == 0)
            ? new DataRefused(DataFault.BadWeights, $"All weights in {columns.Weight} are 0.", columns.Weight!)
            : new(DataFault.TooFewRows, $"No row of {columns.Duration} has any time.", columns.Duration);
        return new()
        {
            Columns = columns, Source = kept, WithoutTime = Enumerable.Range(0, exit.Length).Count(i => weight[i] > 0 && Timeless(i)),
            Entry = Picked(entry, kept), Exit = Picked(exit, kept), Event = [.. kept.Select(i => ended[i] == 1)], Weight = Picked(weight, kept),
            Stratum = columns.Stratum is { } s ? Numbered([.. kept.Select(i => used[s][i])]) : new int[kept.Length],
            Cluster = columns.Cluster is { } c ? Numbered([.. kept.Select(i => used[c][i])]) : null,
        };
    }

    /// <summary>Some of the rows.</summary>
    public SurvivalRows Take(int[] rows) => new()
    {
        Columns = Columns, WithoutTime = 0, Source = [.. rows.Select(i => Source[i])], Entry = Picked(Entry, rows), Exit = Picked(Exit, rows),
        Event = [.. rows.Select(i => Event[i])], Weight = Picked(Weight, rows), Stratum = [.. rows.Select(i => Stratum[i])],
        Cluster = Cluster is null ? null : [.. rows.Select(i => Cluster[i])],
    };

    public SurvivalRows Unweighted() => !Weighted ? this : new()
    {
        Columns = Columns, WithoutTime = WithoutTime, Source = Source, Entry = Entry, Exit = Exit, Event = Event, Weight = Filled(N, 1), Stratum = Stratum, Cluster = Cluster,
    };

    public SurvivalRows RequireEvents() => Events > 0 ? this
        : throw new DataRefused(DataFault.TooFewRows, $"Nobody left: no row of {Columns.Event} is 1, so nothing tells what made customers leave.", Columns.Event);

    /// <summary>Numbers from 0 in the order of the values.</summary>
    public static int[] Numbered(IReadOnlyList<double> values)
    {
        var distinct = values.Distinct().Order().Select((v, at) => (v, at)).ToDictionary(x => x.v, x => x.at);
        return [.. values.Select(v => distinct[v])];
    }

    static double[] Picked(double[] values, int[] rows) => [.. rows.Select(i => values[i])];

    static double[] Filled(int length, double value)
    {
        var values = new double[length];
        Array.Fill(values, value);
        return values;
    }

    static bool HasMissing(ReadOnlySpan<double> values)
    {
        foreach (var v in values)
            if (double.IsNaN(v)) return true;
        return false;
    }
}
