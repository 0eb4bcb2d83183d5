using System.Globalization;
using Regard.Indicators;
using Regard.Measures;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards;

/// <summary>How standards and shares are said.</summary>
static class StandardWords
{
    public static string Demand(this Tongue l, Standard s) => s.Kind switch
    {
        StandardKind.Done => l["every time"],
        StandardKind.Limit => l["at most {0} {1}, every time", Plain(s.Limit!.Value), s.UnitOfMeasure],
        _ => l["{0}, at least {1}", Plain(s.Demanded), Plain(s.Minimum)],
    };

    /// <summary>The day that was said, or the moment.</summary>
    public static string Due(this Tongue l, CustomerPromise p) => p.DueOn is { } day ? l.Day(day) : l.Moment(p.DueAt);

    public static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
    public static string Plain(double? value) => value is { } v ? Plain(v) : "";

    public static string Name(this Tongue l, IEnumerable<Indicator> nodes, string code) => nodes.FirstOrDefault(n => n.Code == code) is { } node ? l[node.Names] : code;

    /// <summary>A share with its interval and n.</summary>
    public static string Interval(this Tongue l, Figure share) => l["{0}–{1} % · n {2}", l.Number(100 * share.Lower!.Value, 0), l.Number(100 * share.Upper!.Value, 0), l.Count(share.N!.Value)];

    public static string Colour(this Holding holding) => holding switch { Holding.Short => "bg-red-lt", Holding.Unsteady => "bg-orange-lt", _ => "bg-green-lt" };
}
