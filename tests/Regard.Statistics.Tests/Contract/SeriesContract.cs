namespace Regard.Statistics.Tests.Contract;

/// <summary>What every estimator over a series in order of time keeps to: <see cref="EstimatorContract"/> where the order is what counts.</summary>
public abstract class SeriesContract
{
    /// <summary>A series on which the estimator settles.</summary>
    private protected virtual double[] Series { get; } = [.. Enumerable.Range(0, 24).Select(i => 10.0 + i * i * 7 % 11)];

    /// <summary>Numbers in the unit of the series, then those without a unit.</summary>
    private protected abstract (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Fit(IReadOnlyList<double> series, long seed);

    /// <summary>False where the series is counts, whose zero means something.</summary>
    private protected virtual bool HasUnit => true;

    [Fact]
    public void The_same_seed_gives_the_same_numbers_however_often_and_beside_whatever()
    {
        var one = All();
        var again = new double?[8][];
        Parallel.For(0, 8, i => again[i] = All());
        Assert.All(again, a => Assert.Equal(one, a));
    }

    [Fact]
    public void The_series_is_left_as_it_was()
    {
        var series = Series.ToArray();
        Fit(series, 7);
        Assert.Equal(Series, series);
    }

    [Fact]
    public void Every_number_is_finite_or_absent() =>
        Assert.All(All(), number => Assert.True(number is not { } n || double.IsFinite(n)));

    [Fact]
    public void A_wider_unit_widens_the_numbers_and_changes_no_judgement()
    {
        if (!HasUnit) return;
        var (one, other) = (Fit(Series, 7), Fit([.. Series.Select(x => 4 * x)], 7));
        foreach (var (expected, actual) in one.Levels.Select(l => 4 * l).Concat(one.Plain).Zip(other.Levels.Concat(other.Plain)))
        {
            Assert.Equal(expected.HasValue, actual.HasValue);
            if (expected is { } e) Reference.Close(e, actual, 1e-9);
        }
    }

    double?[] All() => Fit(Series, 7) is var (levels, plain) ? [.. levels, .. plain] : [];

    [Fact]
    public void A_series_that_never_varies_is_refused() =>
        Assert.Equal(DataFault.Constant, Assert.Throws<DataRefused>(() => Fit([.. Series.Select(_ => 5.0)], 7)).Fault);

    [Fact]
    public void A_point_that_is_no_number_is_refused_by_its_place() =>
        Assert.Contains("Point 3", Assert.Throws<DataRefused>(() => Fit([.. Series.Select((x, i) => i == 2 ? double.NaN : x)], 7)).Message);

    [Fact]
    public void A_single_point_and_none_are_refused()
    {
        Assert.Equal(DataFault.TooFewRows, Assert.Throws<DataRefused>(() => Fit(Series[..1], 7)).Fault);
        Assert.Equal(DataFault.TooFewRows, Assert.Throws<DataRefused>(() => Fit([], 7)).Fault);
    }
}
