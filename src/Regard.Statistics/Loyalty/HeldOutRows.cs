namespace Regard.Statistics;

/// <summary>Which rows a model is not fitted to, but tested on.</summary>
public sealed record HeldOutRows
{
    readonly Func<Observations, bool[]> pick;

    HeldOutRows(string how, Func<Observations, bool[]> pick) => (How, this.pick) = (how, pick);

    /// <summary>In words, for the model card.</summary>
    public string How { get; }

    /// <summary>A share of the rows, by chance.</summary>
    /// <param name="share">Between 0 and 1, e.g. 0.3.</param>
    /// <param name="draws">Chance.</param>
    /// <exception cref="DataRefused">The share is no share.</exception>
    public static HeldOutRows Share(double share, Draws draws)
    {
        if (share is not (> 0 and < 1)) throw new DataRefused(DataFault.BadSpecification, $"The share held out lies between 0 and 1, it is not {share}.");
        return new($"{share:0.##} of the rows by chance", data =>
        {
            var (order, held) = (Enumerable.Range(0, data.Rows).ToArray(), new bool[data.Rows]);
            var stream = draws.Of(0);
            stream.Shuffle<int>(order);
            foreach (var i in order.Take((int)Math.Round(share * data.Rows))) held[i] = true;
            return held;
        });
    }

    /// <summary>All rows from a moment on: the honest test of a model that is to foretell.</summary>
    /// <param name="column">Column with the moment of each row.</param>
    /// <param name="from">First moment held out.</param>
    public static HeldOutRows From(string column, double from) => new($"{column} from {from} on", data =>
    {
        var held = new bool[data.Rows];
        var moments = data[column];
        for (var i = 0; i < held.Length; i++) held[i] = double.IsNaN(moments[i]) ? throw new DataRefused(DataFault.Missing, $"The column {column} has missing values.", column) : moments[i] >= from;
        return held;
    });

    internal (int[] Training, int[] HeldOut) Parted(Observations data)
    {
        var held = pick(data);
        int[] training = [.. Enumerable.Range(0, data.Rows).Where(i => !held[i])], rest = [.. Enumerable.Range(0, data.Rows).Where(i => held[i])];
        if (training.Length == 0 || rest.Length == 0) throw new DataRefused(DataFault.BadSpecification, $"Holding out {How} leaves no row to {(training.Length == 0 ? "fit to" : "test on")}.");
        return (training, rest);
    }
}
