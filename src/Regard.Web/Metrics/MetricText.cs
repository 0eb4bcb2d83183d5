using Regard.Metrics;
using Regard.Web.Ui;
namespace Regard.Web.Metrics;

/// <summary>Values of series as people read them.</summary>
static class MetricText
{
    public static string Plain(this Tongue l, Series series, double value) => l.Number(value, Math.Abs(value) switch { >= 1000 => 0, >= 1 or 0 => 1, _ => series.IsShare ? 1 : 2 });
    public static string Value(this Tongue l, Series series, double value) => series.IsShare ? l.Plain(series, value) + " %" : $"{l.Plain(series, value)} {series.UnitOfMeasure}".TrimEnd();
    public static string Interval(this Tongue l, Series series, SeriesValue value) => value is { Lower: { } lower, Upper: { } upper } ? $"{l.Plain(series, lower)}–{l.Plain(series, upper)}" : "";
}
