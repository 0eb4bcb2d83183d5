using System.Globalization;
using System.Text;
using Regard.Files;
namespace Regard.Metrics;

/// <summary>All values in one's care, one a line, as files bring them in.</summary>
/// <param name="Code">Of one series alone.</param>
public sealed record ExportSeries(string? Code = null) : Question<string>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<string> Run(Session s)
    {
        var tree = await Organisation.UnitStore.Tree(s, s.Today);
        var care = Organisation.UnitStore.InCare(tree, s.Caller, Needs);
        var codes = tree.Asked.Where(u => care.Contains(u.Id)).ToDictionary(u => u.Id, u => u.Code);
        var text = new StringBuilder(CsvCell.Line("series", "unit", "day", "value", "n", "source"));
        foreach (var series in Code is null ? await SeriesStore.All(s) : [await SeriesStore.One(s, Code)])
            foreach (var p in await SeriesStore.Points(s, series.Code, codes.Keys, DateOnly.MinValue))
                text.Append(CsvCell.Line(p.SeriesCode, codes[p.UnitId], series.Granularity.Name(p.Day), p.Value.ToString("R", CultureInfo.InvariantCulture), p.N?.ToString(CultureInfo.InvariantCulture), p.Source));
        return text.ToString();
    }
}
