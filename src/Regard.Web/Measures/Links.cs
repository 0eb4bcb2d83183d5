using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Web.Measures;

/// <summary>Addresses of the pages with numbers.</summary>
static class Links
{
    public static string Index(Id<Wave> wave, Id<Unit>? unit = null, string? node = null, int? split = null) => "/index" + Query(("wave", wave.ToString()), ("unit", unit?.ToString()), ("node", node), ("split", split is { } months ? $"{months}" : null));
    public static string View(string path, Id<Wave> wave, Id<Unit> unit) => path + Query(("wave", wave.ToString()), ("unit", unit.ToString()));
    public static string Trace(Id<Wave> wave, Id<Unit> unit, Measure measure) => "/index/trace" + Query(("wave", wave.ToString()), ("unit", unit.ToString()), ("measure", measure.Code));
    public static string Overview(Id<Programme>? programme, Id<Unit>? unit) => "/" + Query(("programme", programme?.ToString()), ("unit", unit?.ToString()));
    public static string Export(Id<Wave> wave) => "/index/results.csv" + Query(("wave", wave.ToString()));

    static string Query(params IEnumerable<(string Name, string? Value)> values) =>
        QueryString.Create(values.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Name, v.Value))).ToString();
}
