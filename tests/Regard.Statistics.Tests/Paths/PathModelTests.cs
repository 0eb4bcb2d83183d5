namespace Regard.Statistics.Tests.Paths;

public sealed class PathModelTests
{
    static DataRefused Refused(string yaml) => Assert.Throws<DataRefused>(() => ModelFile.Read(yaml));

    [Theory]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [x]}}\npaths: {B: [A]}", "The item x belongs to both A and B")]
    [InlineData("constructs: {A: {items: [x, x]}, B: {items: [y]}}\npaths: {B: [A]}", "names the item x twice")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [y]}}\npaths: {B: [C]}", "there is no construct C")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [y]}}\npaths: {B: [A, A]}", "given twice")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [y]}}\npaths: {B: [B]}", "B cannot act on itself")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [y]}, C: {items: [z]}}\npaths: {A: [B], B: [C], C: [A]}", "A → C → B → A")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [y]}, C: {items: [z]}}\npaths: {B: [A]}", "C is on no path")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: []}}\npaths: {B: [A]}", "B has no items")]
    [InlineData("constructs: {A: {items: [x]}}\npaths: {}", "two constructs")]
    [InlineData("constructs: {A: {items: [x], mode: C}, B: {items: [y]}}\npaths: {B: [A]}", "the mode is A or B, not C")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [y]}}\npath: {B: [A]}", "Line 2, path")]
    [InlineData("constructs: {A: {items: [x]}, B: {items: [y]}}", "paths is missing")]
    [InlineData("constructs: {A: {items: [x]}, A: {items: [y]}}\npaths: {B: [A]}", "Line 1")]
    [InlineData("scale: [1]\nconstructs: {A: {items: [x]}, B: {items: [y]}}\npaths: {B: [A]}", "[1, 10]")]
    [InlineData("scales: {z: [1, 5]}\nconstructs: {A: {items: [x]}, B: {items: [y]}}\npaths: {B: [A]}", "no construct has the item z")]
    [InlineData("- a\n- b", "names with values")]
    [InlineData("{", "no YAML")]
    [InlineData("", "one YAML document")]
    public void A_file_that_is_no_model_is_refused_in_words(string yaml, string saying) => Assert.Contains(saying, Refused(yaml).Message);

    [Fact]
    public void A_file_reads_as_it_is_written()
    {
        var model = ModelFile.Read("""
            name: Hotel
            scale: [1, 10]
            scales: {wait: [7, 1]}
            constructs:
              Return: [again, recommend]
              Room: {items: [clean, quiet], mode: B, title: {en: Room, zh-Hant: 房間}}
              Wait: {items: wait}
            paths: {Return: [Room, Wait]}
            questions: {clean: How clean was it?}
            """);
        Assert.Equal(("Hotel", 5), (model.Name, model.Items.Count));
        Assert.Equal([OuterMode.A, OuterMode.B, OuterMode.A], model.Constructs.Select(c => c.Mode));
        Assert.Equal(new PathLink("Wait", "Return"), model.Paths[1]);
        Assert.Equal(new Scale(1, 7, Reversed: true), model.ScaleOf("wait"));
        Assert.Equal(new Scale(1, 10), model.ScaleOf("again"));
        Assert.Equal("房間", model.Constructs[1].Titles["zh-Hant"]);
        Assert.Equal("How clean was it?", model.Questions["clean"]["en"]);
    }

    [Fact]
    public void The_models_that_come_along_are_complete_in_three_languages()
    {
        Assert.Equal(["ACSI", "CCSI", "ECSI"], ShippedModels.Names);
        foreach (var model in ShippedModels.Names.Select(ShippedModels.Read))
        {
            Assert.Contains(model.Constructs, c => c.Name == "Satisfaction");
            Assert.All(model.Constructs, c => Assert.Equal(["en", "zh-Hans", "zh-Hant"], c.Titles.Keys));
            Assert.All(model.Items, item => Assert.Equal(["en", "zh-Hans", "zh-Hant"], model.Questions[item].Keys));
            Assert.All(model.Items, item => Assert.NotNull(model.ScaleOf(item)));
        }
        Assert.Equal(24, ShippedModels.Read("ecsi").Items.Count);
        Assert.Throws<DataRefused>(() => ShippedModels.Read("XCSI"));
    }
}
