using Regard.Measures;
using Regard.Web.Ui;
namespace Regard.Web.Measures;

/// <summary>How groups of customers are called.</summary>
static class GroupWords
{
    public static Words Said(this Grouping by) => Words.Of(by switch
    {
        Grouping.Spend => "What they spent",
        Grouping.Participation => "How far they took part",
        Grouping.Segment => "Segment",
        Grouping.Grade => "Customer grade",
        _ => "New and existing customers",
    });

    public static string Named(this Tongue l, CustomerGroup g, Grouping by, string? currency) => g switch
    {
        { Title: { } title } => l[title],
        _ when by == Grouping.Grade => l["Grade {0}", g.Code],
        _ when by == Grouping.Segment => g.Code,
        { Code: "new" } => l["New"],
        { Code: "existing" } => l["Existing"],
        { Code: "low" } => l["Low"] + Bound(l, g),
        { Code: "medium" } => l["Medium"] + Bound(l, g),
        { Code: "high" } => l["High"] + Bound(l, g),
        { Above: null, UpTo: { } upTo } => l["up to {0}", l.Money(upTo, currency)],
        { Above: { } above, UpTo: null } => l["over {0}", l.Money(above, currency)],
        _ => l["{0} to {1}", l.Money(g.Above ?? 0, currency), l.Money(g.UpTo ?? 0, currency)],
    };

    static string Bound(Tongue l, CustomerGroup g) => g switch
    {
        { UpTo: { } upTo } => " (" + l["up to {0} events", upTo] + ")",
        { Above: { } above } => " (" + l["over {0} events", above] + ")",
        _ => "",
    };
}
