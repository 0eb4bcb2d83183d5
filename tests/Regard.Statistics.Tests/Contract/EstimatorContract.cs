namespace Regard.Statistics.Tests.Contract;

/// <summary>What every estimator over rows keeps to. An estimator joins by a class of its own below this one.</summary>
public abstract class EstimatorContract
{
    /// <summary>Rows on which the estimator settles.</summary>
    private protected abstract Observations Data { get; }

    /// <summary>All numbers of the fit in a fixed order, those left to chance included.</summary>
    private protected abstract IReadOnlyList<double?> Fit(Observations data, long seed, int threads);

    /// <summary>The numbers that no chance has part in; all of them unless said otherwise.</summary>
    private protected virtual IReadOnlyList<double?> Fixed(Observations data) => Fit(data, 1, 1);

    /// <summary>Columns without which, or with equal values in which, nothing can be said.</summary>
    private protected virtual IReadOnlyList<string> Needed => Data.Names;

    private protected virtual bool TakesMissing => false;

    [Fact]
    public void The_same_seed_gives_the_same_numbers_on_any_number_of_threads()
    {
        var one = Fit(Data, 7, 1);
        Assert.Equal(one, Fit(Data, 7, 2));
        Assert.Equal(one, Fit(Data, 7, 8));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var order = Enumerable.Range(0, Data.Rows).ToArray();
        var stream = Draws.Seeded(3).Of(0);
        stream.Shuffle<int>(order);
        foreach (var (expected, actual) in Fixed(Data).Zip(Fixed(Data.Take(order))))
        {
            Assert.Equal(expected.HasValue, actual.HasValue);
            if (expected is { } e) Reference.Close(e, actual, 1e-8);
        }
    }

    [Fact]
    public void Every_number_is_finite_or_absent() =>
        Assert.All(Fit(Data, 7, 1), number => Assert.True(number is not { } n || double.IsFinite(n)));

    [Fact]
    public void A_constant_column_is_refused_by_name()
    {
        foreach (var name in Needed)
        {
            var refused = Assert.Throws<DataRefused>(() => Fit(Changed(name, column => Array.Fill(column, column[0])), 7, 1));
            Assert.Contains(name, refused.Message);
        }
    }

    [Fact]
    public void A_missing_value_is_refused_by_name_where_it_cannot_be_taken()
    {
        if (TakesMissing)
        {
            Assert.NotEmpty(Fit(Changed(Data.Names[0], column => column[0] = double.NaN), 7, 1));
            return;
        }
        foreach (var name in Data.Names)
        {
            var refused = Assert.Throws<DataRefused>(() => Fit(Changed(name, column => column[0] = double.NaN), 7, 1));
            Assert.Contains(name, refused.Message);
        }
    }

    [Fact]
    public void A_single_row_is_refused() => Assert.Throws<DataRefused>(() => Fit(Data.Take([0]), 7, 1));

    Observations Changed(string name, Action<double[]> change)
    {
        var columns = Data.Names.Select(n => Data[n].ToArray()).ToArray();
        change(columns[Data.Place(name)]);
        return Observations.WithMissing(Data.Names, columns);
    }
}
