using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>Writes values of a series by hand or by a program; a second value of a unit and period corrects the first.</summary>
public sealed record NotePoints(string Code, params IReadOnlyList<PointLine> Points) : Change<int>
{
    public const int Most = 10_000;

    internal override Permission Needs => Permission.EditMetrics;
    internal override string Subject => Code;

    internal override IEnumerable<Problem> Check()
    {
        if (Points is not { Count: > 0 and <= Most }) yield return new("Points", "Between 1 and {0} values at once.", Most);
    }

    internal override async Task<int> Run(Session s)
    {
        var series = await Writable(s, Code);
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        var problems = Points.SelectMany(p => p.Problems(series, s.Today.AddDays(1))).ToList();
        if (problems.Count > 0) throw new Invalid(problems);
        if (Points.Any(p => !care.Contains(p.UnitId))) throw new NotFound("There is no such unit in your care.");
        if (Points.GroupBy(p => (p.UnitId, series.Granularity.Begin(p.Day))).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new Invalid("Points", "Two values for {0}: one unit has one value a period.", series.Granularity.Name(twice.Key.Item2));
        var book = await PointBook.Open(s, [series], Points.Select(p => p.UnitId).Distinct(), Points.Min(p => series.Granularity.Begin(p.Day)));
        foreach (var p in Points) book.Note(Code, p, p.Source?.Trim() ?? "");
        await book.Write();
        return Points.Count;
    }

    internal static async Task<Series> Writable(Session s, string code)
    {
        var series = await SeriesStore.One(s, code);
        return series.WorkedOut ? throw new Refused("{0} is worked out by Regard; nobody writes into it.", code) : series;
    }
}
