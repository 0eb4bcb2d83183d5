using System.Text;
using Regard.Files;
using Regard.Indicators;
using Regard.Metrics;
using Regard.Organisation;
using Regard.Tests.Organisation;
namespace Regard.Tests.Metrics;

/// <summary>Series over the company of <see cref="Company"/>; the test's day is 2031-05-01.</summary>
public static class GivenSeries
{
    public static Series Of(string code, SeriesKind kind = SeriesKind.Operational, bool higher = false, bool share = false, Granularity granularity = Granularity.Month) => new()
    {
        Code = code, Names = Text.Of(code.ToLowerInvariant(), code + "简", code + "繁"), UnitOfMeasure = "min", Kind = kind, Granularity = granularity, HigherIsBetter = higher, IsShare = share,
    };

    public static async Task<Company> In(TestOffice t, params IReadOnlyList<Series> series)
    {
        var company = await Company.In(t);
        var tree = await t.Do(new AdoptRaterTree());
        Assert.NotEqual(default, tree);
        foreach (var one in series) await t.Do(new SaveSeries(one, New: true), company.Executive);
        return company;
    }

    public static Task<Import> Bring(this TestOffice t, string csv, Caller who, RowMode mode = RowMode.AllOrNothing, string? code = null) =>
        t.Do(new ImportSeries(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "values.csv", mode, code), who);

    public static PointLine At(Id<Unit> unit, string day, double value, long? n = null) => new(unit, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), value, n, "by hand");
}
