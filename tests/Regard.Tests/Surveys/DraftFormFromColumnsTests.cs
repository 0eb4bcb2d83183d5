using Regard.Indicators;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Tests.Surveys;

public sealed class DraftFormFromColumnsTests
{
    static ColumnUsed Column(string name, ColumnUse use, string? dimension = null) => new() { Name = name, Use = use, Dimension = dimension };

    [Theory, EachDatabase]
    public async Task Columns_become_items_and_their_groups_dimensions(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var made = await t.Do(new DraftFormFromColumns("Operators",
        [
            Column("CUEX1", ColumnUse.Expected, "Quality"), Column("PERQ1", ColumnUse.Perceived, "Quality"), Column("PERQ2", ColumnUse.Perceived, "Quality"),
            Column("IMAG1", ColumnUse.Perceived, "Image"), Column("CUSA1", ColumnUse.Overall), Column("row", ColumnUse.Ignore), Column("1. 意见", ColumnUse.Text),
        ], new Scale { From = 1, To = 10 }));

        var version = await t.Do(new ShowFormVersion(made.FormVersionId));
        var tree = await t.Do(new ShowIndicatorTree(made.TreeId));
        Assert.Equal(["CUEX1", "PERQ1", "PERQ2", "IMAG1", "CUSA1"], version.Slots.Select(s => s.Key));
        Assert.Equal(["Quality", "PERQ1", "PERQ2", "IMAG1", null], version.Slots.Select(s => s.Indicator));
        Assert.All(version.Slots, s => Assert.Equal((1, 10), (s.From, s.To)));
        Assert.Equal(["CSI", "Quality", "PERQ1", "PERQ2", "Image", "IMAG1"], tree.Indicators.Select(i => i.Code));
        Assert.Equal([1, 0.5, 0.5, 0.5, 0.5, 1], tree.Indicators.Select(i => i.Weight));
        Assert.Equal("C1__意见", made.Keys["1. 意见"]);
        Assert.Empty(FormRules.Problems(version.Document, tree));
    }

    [Theory, EachDatabase]
    public async Task A_dimension_named_as_a_column_gets_a_code_of_its_own(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var made = await t.Do(new DraftFormFromColumns("Operators", [Column("Speed", ColumnUse.Perceived, "Speed"), Column("Wish", ColumnUse.Expected, "Speed")], new Scale()));
        Assert.Equal(["CSI", "Speed_2", "Speed"], (await t.Do(new ShowIndicatorTree(made.TreeId))).Indicators.Select(i => i.Code));
        Assert.Equal(["Speed", "Speed_2"], (await t.Do(new ShowFormVersion(made.FormVersionId))).Slots.Select(s => s.Indicator));
    }

    [Theory, EachDatabase]
    public async Task Without_perceived_ratings_there_is_no_index(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new DraftFormFromColumns("x", [Column("A", ColumnUse.Expected)], new Scale())));
        Assert.Equal("Columns", Assert.Single(refused.Problems).Field);
        Assert.Empty(await t.Do(new ListForms()));
    }

    [Fact]
    public void A_value_in_a_file_is_read_as_the_option_it_names()
    {
        var item = new FormFromColumns("x", [Column("A", ColumnUse.Perceived), new() { Name = "Store type", Use = ColumnUse.Segment, Values = ["A/B", "售后"] }], new Scale(), Language.English).Document.SegmentItem!;
        Assert.Equal(["A_B", "售后"], item.Options.Select(o => o.Key));
        Assert.Equal("A_B", AnswerReader.Read(item, ["A/B"])!.Said);
    }
}
