namespace Regard.Statistics.Tests.Paths;

/// <summary>ipma_mobi_path.json: cSEM 0.6.1 doIPMA at tolerance 1e-14, R 4.2.2.</summary>
public sealed class ImportanceMapTests
{
    [Fact]
    public void The_map_is_that_of_the_reference()
    {
        var (reference, expected) = (new PathReference("pls_mobi_path.json"), Reference.Results("ipma_mobi_path.json"));
        var fit = Pls.Fit(reference.Model, reference.Answers);
        foreach (var (target, importance) in expected["importance_for"]!.AsObject())
        {
            var map = ImportanceMap.Of(fit, target);
            Assert.Equal(importance!.AsObject().Count, map.Constructs.Count);
            foreach (var construct in map.Constructs)
            {
                Reference.Close(importance[construct.Name].Number(), construct.Importance);
                Reference.Close(expected["construct_performance_0_100"]![construct.Name].Number(), construct.Performance);
            }
            if (expected[$"indicator_importance_for_{target}"] is not { } items) continue;
            foreach (var item in map.Items)
            {
                Reference.Close(items[item.Name].Number(), item.Importance);
                Reference.Close(expected["indicator_performance_0_100"]![item.Name].Number(), item.Performance);
            }
        }
    }

    [Fact]
    public void Nothing_is_drawn_for_what_nothing_acts_on()
    {
        var reference = new PathReference("pls_mobi_path.json");
        Assert.Throws<DataRefused>(() => ImportanceMap.Of(Pls.Fit(reference.Model, reference.Answers), "Image"));
    }
}
