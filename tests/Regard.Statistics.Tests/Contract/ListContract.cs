namespace Regard.Statistics.Tests.Contract;

/// <summary>What every estimator over a list of values, pairs or counts keeps to: <see cref="EstimatorContract"/> where rows have no columns.</summary>
public abstract class ListContract<T>
{
    /// <summary>Rows on which the estimator settles.</summary>
    private protected abstract T[] Rows { get; }

    /// <summary>Rows that are refused once they are put behind the others, with a word of the refusal.</summary>
    private protected abstract IEnumerable<(T Row, string Word)> Refused { get; }

    /// <summary>All numbers of the fit in a fixed order.</summary>
    private protected abstract IReadOnlyList<double?> Fit(IReadOnlyList<T> rows, long seed);

    /// <summary>True where a row's place is its period.</summary>
    private protected virtual bool Ordered => false;

    [Fact]
    public void The_same_seed_gives_the_same_numbers_however_often_and_beside_whatever()
    {
        var one = Fit(Rows, 7);
        var again = new IReadOnlyList<double?>[8];
        Parallel.For(0, 8, i => again[i] = Fit(Rows, 7));
        Assert.All(again, a => Assert.Equal(one, a));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter_and_they_are_left_as_they_were()
    {
        var (rows, stream) = (Rows.ToArray(), Draws.Seeded(3).Of(0));
        if (!Ordered) stream.Shuffle<T>(rows);
        var before = rows.ToArray();
        foreach (var (expected, actual) in Fit(Rows, 7).Zip(Fit(rows, 7)))
        {
            Assert.Equal(expected.HasValue, actual.HasValue);
            if (expected is { } e) Reference.Close(e, actual, 1e-8);
        }
        Assert.Equal(before, rows);
    }

    [Fact]
    public void Every_number_is_finite_or_absent()
    {
        Assert.Contains(Fit(Rows, 7), number => number is not null);
        Assert.All(Fit(Rows, 7), number => Assert.True(number is not { } n || double.IsFinite(n)));
    }

    [Fact]
    public void A_row_that_cannot_be_is_refused_in_words() =>
        Assert.All(Refused, bad => Assert.Contains(bad.Word, Assert.Throws<DataRefused>(() => Fit([.. Rows, bad.Row], 7)).Message));

    [Fact]
    public void No_rows_are_refused_or_give_no_number()
    {
        try
        {
            Assert.All(Fit([], 7), Assert.Null);
        }
        catch (DataRefused refused)
        {
            Assert.NotEmpty(refused.Message);
        }
    }
}
