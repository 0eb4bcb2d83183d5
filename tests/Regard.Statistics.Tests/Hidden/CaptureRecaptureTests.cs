using Regard.Statistics.Tests.Contract;
using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Hidden;

public sealed class CaptureRecaptureTests
{
    [Fact]
    public void Chapman_equals_the_example_by_hand()
    {
        // 200 on the first list, 100 on the second, 40 on both: 201 x 101 / 41 - 1.
        var found = CaptureRecapture.Of(40, 160, 60);
        Reference.Close(201 * 101 / 41.0 - 1, found.Total.Value);
        Reference.Close(Math.Sqrt(201.0 * 101 * 160 * 60 / (41 * 41 * 42)), found.Total.StandardError);
        Reference.Close(found.Total.Value!.Value / 100, found.PerRegistered.Value);
        Assert.True(found.Total.Lower > found.Seen);
    }

    [Fact]
    public void Dependence_between_the_lists_scales_those_not_seen()
    {
        var found = CaptureRecapture.Of(40, 160, 60);
        Assert.Equal(found.Total.Value!.Value, found.At(1), 1e-9);
        Assert.Equal(260 + 2 * (found.Total.Value!.Value - 260), found.At(2), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => found.At(0));
    }

    [Theory]
    [InlineData(1000, 0.3, 0.2), InlineData(400, 0.3, 0.3), InlineData(5000, 0.1, 0.1)]
    public void The_interval_holds_the_true_number_in_95_per_cent(int people, double first, double second)
    {
        var (held, sum) = (0, 0.0);
        for (var w = 0; w < 1500; w++)
        {
            var chance = Draws.Seeded(8).Of(w);
            long both = 0, one = 0, other = 0;
            for (var i = 0; i < people; i++)
            {
                var (a, b) = (chance.Uniform() < first, chance.Uniform() < second);
                if (a && b) both++; else if (a) one++; else if (b) other++;
            }
            var total = CaptureRecapture.Of(both, one, other).Total;
            sum += total.Value!.Value;
            if (total.Lower <= people && people <= total.Upper) held++;
        }
        Seen.InRange(held / 1500.0, 0.93, 0.97);
        Seen.InRange(sum / 1500, 0.98 * people, 1.02 * people);
    }

    [Fact]
    public void An_empty_list_is_refused()
    {
        Assert.Throws<DataRefused>(() => CaptureRecapture.Of(0, 5, 0));
        Assert.Throws<DataRefused>(() => CaptureRecapture.Of(-1, 5, 2));
        Assert.Equal(7, CaptureRecapture.Of(7, 0, 0).Total.Value);
    }
}

public sealed class ListModelsTests
{
    // By pattern on lists a, b, c.
    static bool[][] Lists(params (string On, int People)[] counts)
    {
        var people = counts.SelectMany(c => Enumerable.Repeat(c.On, c.People)).ToArray();
        return [.. Enumerable.Range(0, 3).Select(l => people.Select(p => p[l] == '1').ToArray())];
    }

    [Fact]
    public void Totals_and_errors_equal_those_of_glm()
    {
        // R 4.2.2: glm(n ~ a + b + c + ..., poisson), N = sum(n) + exp(intercept), se as in ListModels; 2026-11-22.
        var fit = ListModels.Fit(Lists(("001", 60), ("010", 49), ("011", 17), ("100", 46), ("101", 7), ("110", 23), ("111", 5)));
        void Equal(ListModel model, double total, double se, double aic, double deviance)
        {
            Reference.Close(total, model.Total.Value, 1e-11);
            Reference.Close(se, model.Total.StandardError, 1e-11);
            Reference.Close(aic, model.Aic, 1e-11);
            Reference.Close(deviance, model.Deviance, 1e-10);
        }
        ListModel With(params (int, int)[] pairs) => fit.Models.Single(m => m.Dependences.SequenceEqual(pairs));
        Equal(fit.Independent, 375.133070428857309, 34.765466358002840, 52.237711342857082, 9.949776288351911);
        Equal(With((0, 1)), 451.137931034482449, 61.627322952351861, 47.334071234122511, 3.046136179617342);
        Equal(With((0, 1), (1, 2)), 601.2857142857142208, 169.0374050761216438, 46.9984424877230822, 0.7105074332179289);
        Equal(With((0, 1), (0, 2), (1, 2)), 454.0588235294133, 176.0925543190772, 48.28793505450516, 0);
        Assert.Equal(8, fit.Models.Count);
        Assert.Equal(fit.Models.Min(m => m.Aic), fit.Best!.Aic);
    }

    [Fact]
    public void Two_lists_give_the_plain_product()
    {
        var fit = ListModels.Fit([[true, true, true, false, false, true], [true, true, false, true, true, false]]);
        Assert.Equal(6 + 2 * 2 / 2.0, Assert.Single(fit.Models).Total.Value!.Value, 1e-9);
    }

    [Fact]
    public void Dependence_that_is_there_is_recovered()
    {
        // The second list knows those of the first: independence says too few.
        var chance = Draws.Seeded(5).Of(0);
        var lists = new List<bool>[] { [], [], [] };
        for (var i = 0; i < 20000; i++)
        {
            var a = chance.Uniform() < 0.3;
            lists[0].Add(a);
            lists[1].Add(chance.Uniform() < (a ? 0.6 : 0.2));
            lists[2].Add(chance.Uniform() < 0.25);
        }
        var fit = ListModels.Fit(lists);
        Assert.Contains((0, 1), fit.Best!.Dependences);
        Assert.InRange(fit.Models.Single(m => m.Dependences.SequenceEqual([(0, 1)])).Total.Value!.Value, 19000, 21000);
        Assert.True(fit.Independent.Total.Upper < 19000);
    }

    [Fact]
    public void Intervals_of_the_total_hold_it_in_95_per_cent_under_the_right_model() => Worlds.Run(1500, 14, (_, chance, seen) =>
    {
        List<bool>[] Lists(double known)
        {
            var lists = new List<bool>[] { [], [], [] };
            for (var i = 0; i < 600; i++)
            {
                var a = chance.Uniform() < 0.3;
                lists[0].Add(a);
                lists[1].Add(chance.Uniform() < (a ? known : 0.3));
                lists[2].Add(chance.Uniform() < 0.35);
            }
            return lists;
        }
        seen.Interval("three lists apart", ListModels.Fit(Lists(0.3)).Independent.Total, 600);
        seen.Interval("two of three lists together", ListModels.Fit(Lists(0.6)).Models.Single(m => m.Dependences.SequenceEqual([(0, 1)])).Total, 600);
    }).Keep();

    [Fact]
    public void Counts_that_determine_no_total_are_withheld()
    {
        // Nobody is on the second list without the first.
        var fit = ListModels.Fit(Lists(("100", 20), ("110", 10), ("111", 5), ("101", 6)));
        Assert.All(fit.Models, m => Assert.True(m.Total.Withheld || double.IsFinite(m.Total.Value!.Value)));
    }
}

public sealed class ListModelsContract : EstimatorContract
{
    private protected override Observations Data => Observations.Of(["survey", "mail", "register"], [
        [1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 0], [0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1], [1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1]]);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var models = ListModels.Fit(HiddenLists.Of(data, data.Names)).Models;
        return [.. models.SelectMany(m => (double?[])[m.Total.Value, m.Total.StandardError, m.Deviance, m.Aic])];
    }
}
