using System.Globalization;
using Regard.Web.Ui;
using Regard.Work;
namespace Regard.Web.Work;

static class LadderRoutes
{
    public static void MapLadders(this WebApplication app)
    {
        var pages = app.MapGroup("/work/ladders").ExcludeFromDescription();
        pages.MapGet("", async (Office office, Caller me) => Forms.Page<LaddersPage>(new { Ladders = await office.Do(new ShowLadders(), me) }));
        pages.MapGet("/{kind}", async (WorkKind kind, Office office, Caller me) => Form(kind, Typed((await office.Do(new ShowLadders(), me)).Single(l => l.Ladder.Kind == kind).Ladder), []));
        pages.MapPost("/{kind}", (WorkKind kind, IFormCollection sent, Office office, Caller me) =>
        {
            var typed = sent["hours"].Zip(sent["step"], (h, s) => new LadderTyped(h, s)).ToList();
            return Forms.Try(
                async () => { await office.Do(new SetLadder(kind, Read(typed)), me); return TypedResults.LocalRedirect("/work/ladders"); },
                found => Task.FromResult(Form(kind, typed, found)));
        });

        var api = app.MapGroup("/api/work/ladders").WithTags("Work");
        api.MapGet("", (Office office, Caller me) => office.Do(new ShowLadders(), me));
        api.MapPut("/{kind}", (WorkKind kind, IReadOnlyList<LadderLevel> levels, Office office, Caller me) => office.Do(new SetLadder(kind, levels), me));
    }

    static IResult Form(WorkKind kind, IReadOnlyList<LadderTyped> typed, IReadOnlyList<Problem> found) => Forms.Page<LadderPage>(new { Kind = kind, Typed = typed, Found = found }, found);

    static List<LadderTyped> Typed(Ladder ladder) => [.. ladder.Levels.Select(l => new LadderTyped((l.Minutes / 60.0).ToString("0.##", CultureInfo.InvariantCulture), l.Step.ToString()))];

    // A level left empty is no level.
    static List<LadderLevel> Read(List<LadderTyped> typed) => [.. typed.Select((t, i) => (t, i)).Where(x => !string.IsNullOrWhiteSpace(x.t.Hours)).Select(x => new LadderLevel(
        double.TryParse(x.t.Hours, NumberStyles.Float, CultureInfo.InvariantCulture, out var h) && double.IsFinite(h) && Math.Abs(h) < 1e6 ? (int)Math.Round(h * 60) : throw new Invalid($"Levels[{x.i}].Minutes", "Give the working time in hours, such as 0.5 or 8."),
        Enum.TryParse<LadderStep>(x.t.Step, out var step) ? step : LadderStep.Inform))];
}

public sealed record LadderTyped(string? Hours, string? Step);
