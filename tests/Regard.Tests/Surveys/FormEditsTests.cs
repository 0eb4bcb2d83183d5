using Regard.Surveys;
namespace Regard.Tests.Surveys;

public sealed class FormEditsTests
{
    static FormDocument Form(params string[] pages) => new()
    {
        Languages = ["en"], Pages = [.. pages.Select(p => new Page { Items = [.. p.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => new NpsItem { Key = k })] })],
    };

    static string Keys(FormDocument d) => string.Join("|", d.Pages.Select(p => string.Join(" ", p.Items.Select(i => i.Key))));

    [Fact]
    public void An_item_moves_within_its_page_and_over_its_edges()
    {
        Assert.Equal("B A|C", Keys(Form("A B", "C").MoveItem("B", -1)));
        Assert.Equal("A|B C", Keys(Form("A B", "C").MoveItem("B", 1)));
        Assert.Equal("A B C|", Keys(Form("A B", "C").MoveItem("C", -1)));
        Assert.Equal("A B|C", Keys(Form("A B", "C").MoveItem("A", -1)));
        Assert.Equal("B|A C", Keys(Form("A B", "C").MoveItem("A", 1, 0)));
    }

    [Fact]
    public void What_was_removed_can_be_put_back_in_its_place()
    {
        var form = Form("A B C", "D");
        Assert.Equal("A C|D", Keys(form.RemoveItem("B")));
        Assert.Equal("A B C|D", Keys(form.RemoveItem("B").AddItem(0, 1, form.Find("B")!)));
        Assert.Equal("A B C|D", Keys(form.RemovePage(0).RestorePage(0, form.Pages[0])));
    }

    [Fact]
    public void Pages_are_added_and_moved()
    {
        Assert.Equal("A||B", Keys(Form("A", "B").AddPage(1)));
        Assert.Equal("B|A", Keys(Form("A", "B").MovePage(0, 1)));
        Assert.Equal("A|B", Keys(Form("A", "B").MovePage(0, 2)));
    }

    [Fact]
    public void Conditions_follow_an_item_to_its_new_key()
    {
        var when = new ShowIf { Any = [new() { Item = "A" }, new() { Item = "B" }] };
        var form = Form("A B").AddItem(0, 2, new NpsItem { Key = "C", ShowIf = when });
        Assert.Equal(["A2", "B"], form.ReplaceItem("A", new NpsItem { Key = "A2" }).Find("C")!.ShowIf!.Conditions.Select(c => c.Item));
        Assert.Same(form, form.ReplaceItem("A", new NpsItem { Key = "B" }));
    }

    [Fact]
    public void A_copy_has_keys_of_its_own()
    {
        Assert.Equal("Q1 Q3 Q2", Keys(Form("Q1 Q2").DuplicateItem("Q1")));
        var battery = new BatteryItem { Key = "B1", Parts = [Part.Perceived], Rows = [new() { Key = "R1" }, new() { Key = "R2" }] };
        var copied = Form("A").AddItem(0, 1, battery).DuplicateItem("B1");
        Assert.Equal(["R1_P", "R2_P", "R3_P", "R4_P"], copied.Slots.Skip(1).Select(s => s.Key));
        Assert.False(((SingleItem)Form("A").AddItem(0, 0, new SingleItem { Key = "S1", Segment = true }).DuplicateItem("S1").Find("S2")!).Segment);
    }
}
