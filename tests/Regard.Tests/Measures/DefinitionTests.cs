using Regard.Measures;
namespace Regard.Tests.Measures;

public class DefinitionTests
{
    [Fact]
    public void Every_definition_is_said_in_all_languages_and_written_down_in_the_methods()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Regard.slnx"))) root = Path.GetDirectoryName(root)!;
        var methods = File.ReadAllLines(Path.Combine(root, "docs", "methods.md"));
        Assert.All(Definition.All, d =>
        {
            Assert.Contains($"### {d.Anchor}", methods);
            foreach (var words in new[] { d.Name, d.Formula })
                foreach (var language in new[] { Language.SimplifiedChinese, Language.TraditionalChinese }) Assert.NotEqual(words.Text, words.In(language));
        });
    }

    [Fact]
    public void A_code_names_one_measure()
    {
        Assert.Equal(new Measure(MeasureKind.Dimension, "R", Aspect.Gap), Measure.Parse("dimension:R/gap"));
        foreach (var code in new[] { "index", "index/ratio", "item:q1_P", "nps", "indicator:可靠1/expected" }) Assert.Equal(code, Measure.Parse(code)!.Value.Code);
        foreach (var code in new[] { "", "index:x", "item", "item:q/gap", "nps/expected", "7", "dimension:R/3", "dimension:R/gap/gap", "index/perceived" }) Assert.Null(Measure.Parse(code));
    }
}
