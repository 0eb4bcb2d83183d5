using System.Globalization;
using System.Text;
using Regard.Customers.Intake;
using Regard.Files;
using Regard.Listening;
using Regard.Measures;
using Regard.Metrics;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Measures;

static class MeasureRoutes
{
    public static void MapMeasures(this WebApplication app)
    {
        var pages = app.MapGroup("/index").ExcludeFromDescription();
        pages.MapGet("", Show);
        pages.MapGet("/trace", async (Id<Wave> wave, Id<Unit> unit, string measure, Office office, Caller me) => Forms.Page<TracePage>(new { Number = await office.Do(new ExplainNumber(wave, unit, measure), me) }));
        pages.MapGet("/drivers", Drivers);
        pages.MapGet("/priorities", (Id<Wave>? wave, Id<Unit>? unit, string? node, Office office, Caller me) => View<PrioritiesPage>(wave, "Priorities", async id => await office.Do(new ShowDrivers(id, unit, Given(node)), me), office, me));
        pages.MapGet("/expectations", (Id<Wave>? wave, Id<Unit>? unit, string? node, Office office, Caller me) => View<ExpectationsPage>(wave, "Expectations", async id => await office.Do(new TrackExpectations(id, unit, Given(node)), me), office, me));
        pages.MapGet("/stages", (Id<Wave>? wave, Id<Unit>? unit, Office office, Caller me) => View<StagesPage>(wave, "Stages", async id => await office.Do(new ShowStages(id, unit), me), office, me));
        pages.MapGet("/groups", Groups);
        pages.MapGet("/importance", (Id<Wave>? wave, Id<Unit>? unit, Grouping? by, string? months, Office office, Caller me) => View<ImportancePage>(wave, "Importance by group", async id => await office.Do(new ShowImportance(id, unit, by ?? Grouping.Segment, Whole(months, 12)), me), office, me));
        pages.MapGet("/comparison", (Id<Wave>? wave, Id<Unit>? unit, string[]? other, Office office, Caller me) => View<ComparisonPage>(wave, "Comparison", async id => await office.Do(new CompareUnits(id, unit, Chosen(other)), me), office, me));
        pages.MapGet("/model", (Id<Wave>? wave, Id<Unit>? unit, Office office, Caller me) => View<ModelPage>(wave, "Model", async id => await office.Do(new ShowModel(id, unit), me), office, me));
        pages.MapGet("/control", (Id<Wave>? wave, Id<Unit>? unit, string? measure, Office office, Caller me) => View<ControlPage>(wave, "Control chart", async id => await office.Do(new ShowControlChart(id, unit, Given(measure)), me), office, me));
        pages.MapGet("/definitions", () => Forms.Page<DefinitionsPage>(new { }));
        pages.MapGet("/results.csv", (Id<Wave> wave, Office office, Caller me) => Export(wave, office, me));

        var api = app.MapGroup("/api/measures").WithTags("Measures");
        api.MapGet("/definitions", () => Definition.All);
        api.MapGet("/overview", (Id<Programme>? programme, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowOverview(programme, unit), me));
        api.MapGet("/waves", (Office office, Caller me) => office.Do(new ListMeasuredWaves(), me));
        api.MapGet("/waves/{id}/index", (Id<Wave> id, Id<Unit>? unit, string? node, Office office, Caller me) => office.Do(new ShowIndex(id, unit, node), me));
        api.MapGet("/waves/{id}/results", (Id<Wave> id, Office office, Caller me) => office.Do(new ListResults(id), me));
        api.MapGet("/waves/{id}/results.csv", Export);
        api.MapGet("/waves/{id}/number", (Id<Wave> id, Id<Unit> unit, string measure, Office office, Caller me) => office.Do(new ExplainNumber(id, unit, measure), me));
        api.MapGet("/waves/{id}/course", (Id<Wave> id, Id<Unit> unit, string measure, Office office, Caller me) => office.Do(new ListCourse(id, unit, measure), me));
        api.MapGet("/waves/{id}/drivers", (Id<Wave> id, Id<Unit>? unit, string? node, Office office, Caller me) => office.Do(new ShowDrivers(id, unit, node), me));
        api.MapGet("/waves/{id}/measured-drivers", (Id<Wave> id, Id<Unit>? unit, string? measure, int? lag, Office office, Caller me) => office.Do(new ShowMeasuredDrivers(id, unit, measure ?? "index", lag ?? 0), me));
        api.MapGet("/waves/{id}/stages", (Id<Wave> id, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowStages(id, unit), me));
        api.MapGet("/waves/{id}/model", (Id<Wave> id, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowModel(id, unit), me));
        api.MapGet("/waves/{id}/control", (Id<Wave> id, Id<Unit>? unit, string? measure, Office office, Caller me) => office.Do(new ShowControlChart(id, unit, measure), me));
        api.MapGet("/waves/{id}/expectations", (Id<Wave> id, Id<Unit>? unit, string? node, Office office, Caller me) => office.Do(new TrackExpectations(id, unit, node), me));
        api.MapGet("/waves/{id}/groups", (Id<Wave> id, Id<Unit>? unit, string? node, Grouping? by, int? months, int? bands, double[]? cuts, Office office, Caller me) =>
            office.Do(new ShowGroups(id, unit, Given(node), by ?? Grouping.Spend, months ?? 12, bands ?? 4, cuts is { Length: > 0 } ? cuts : null), me));
        api.MapGet("/waves/{id}/importance", (Id<Wave> id, Id<Unit>? unit, Grouping? by, int? months, Office office, Caller me) => office.Do(new ShowImportance(id, unit, by ?? Grouping.Segment, months ?? 12), me));
        api.MapGet("/waves/{id}/split", (Id<Wave> id, Id<Unit>? unit, string? node, int? months, Office office, Caller me) => office.Do(new SplitIndex(id, unit, Given(node), months ?? 12), me));
        api.MapGet("/waves/{id}/comparison", (Id<Wave> id, Id<Unit>? unit, string[]? other, Office office, Caller me) => office.Do(new CompareUnits(id, unit, Chosen(other)), me));
        api.MapGet("/waves/{id}/boards", (Id<Wave> id, Office office, Caller me) => office.Do(new ListBoards(id), me));
        api.MapGet("/waves/{id}/verification", (Id<Wave> id, Office office, Caller me) => office.Do(new VerifyWave(id), me));
        api.MapPost("/waves/{id}/fold", (Id<Wave> id, Office office, Caller me) => office.Do(new FoldResponses(id), me));
        api.MapPost("/waves/{id}/rebuild", (Id<Wave> id, Office office, Caller me) => CellRebuilding.Run(office, id, me));
    }

    static string? Given(string? typed) => string.IsNullOrEmpty(typed) ? null : typed;

    /// <summary>Null when nobody was named, so that the usual ones are shown.</summary>
    static IReadOnlyList<Id<Unit>>? Chosen(string[]? others) =>
        others is null or [] ? null : [.. others.Where(o => o.Length > 0).Select(o => Id<Unit>.TryParse(o, null, out var id) ? id : throw new NotFound("There is no such unit to compare with in this wave."))];

    /// <summary>A view of the wave asked for, or of the newest that no longer takes answers.</summary>
    internal static async Task<IResult> View<TPage>(Id<Wave>? wave, string title, Func<Id<Wave>, Task<object>> ask, Office office, Caller me) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        return await View(wave, title, office, me, async (waves, asked) => Forms.Page<TPage>(new { Waves = waves, View = await ask(asked) }));
    }

    internal static async Task<IResult> View(Id<Wave>? wave, string title, Office office, Caller me, Func<IReadOnlyList<MeasuredWaveRow>, Id<Wave>, Task<IResult>> show)
    {
        var waves = await office.Do(new ListMeasuredWaves(), me);
        return Usual(wave, waves) is { } asked ? await show(waves, asked) : Forms.Page<NoNumbersPage>(new { Title = title });
    }

    static Id<Wave>? Usual(Id<Wave>? asked, IReadOnlyList<MeasuredWaveRow> waves) => asked ?? (waves.FirstOrDefault(w => w.Wave.State != WaveState.Open) ?? waves.FirstOrDefault())?.Wave.Id;

    static async Task<IResult> Drivers(Id<Wave>? wave, Id<Unit>? unit, string? node, string? lag, Office office, Caller me)
    {
        var waves = await office.Do(new ListMeasuredWaves(), me);
        if (Usual(wave, waves) is not { } asked) return Forms.Page<NoNumbersPage>(new { Title = "Drivers" });
        var view = await office.Do(new ShowDrivers(asked, unit, Given(node)), me);
        var quarters = Math.Clamp(Whole(lag, 0), 0, ShowMeasuredDrivers.MostLag);
        return Forms.Page<DriversPage>(new
        {
            Waves = waves, View = view, Measured = await office.Do(new ShowMeasuredDrivers(asked, view.At.Unit.Id, view.OutcomeMeasure, quarters), me),
            Heard = me.May(Permission.SeeCases) ? await office.Do(new CountFieldCodes(view.At.Unit.Id), me) : null,
        });
    }

    static async Task<IResult> Show(Id<Wave>? wave, Id<Unit>? unit, string? node, string? split, Office office, Caller me)
    {
        var waves = await office.Do(new ListMeasuredWaves(), me);
        if (Usual(wave, waves) is not { } asked) return Forms.Page<NoNumbersPage>(new { Title = "Index" });
        return Forms.Page<IndexPage>(new
        {
            Waves = waves, Index = await office.Do(new ShowIndex(asked, unit, Given(node)), me),
            Split = int.TryParse(split, CultureInfo.InvariantCulture, out var months) ? await office.Do(new SplitIndex(asked, unit, Given(node), months), me) : null,
        });
    }

    static async Task<IResult> Groups(Id<Wave>? wave, Id<Unit>? unit, string? node, Grouping? by, string? months, string? bands, string? cuts, Office office, Caller me)
    {
        var waves = await office.Do(new ListMeasuredWaves(), me);
        if (Usual(wave, waves) is not { } asked) return Forms.Page<NoNumbersPage>(new { Title = "Groups of customers" });
        var usual = new ShowGroups(asked, unit, Given(node), by ?? Grouping.Spend);
        IResult Page(GroupsView view, IReadOnlyList<Problem> found) => Forms.Page<GroupsPage>(new { Waves = waves, View = view, Bands = Given(bands) ?? "4", Cuts = cuts, Found = found }, found);
        return await Forms.Try(
            async () => Page(await office.Do(usual with { Months = Whole(months, usual.Months), Bands = Whole(bands, usual.Bands), Cuts = GroupsTyped.Cuts(cuts, await office.Do(new CompanyCurrency(), me)) }, me), []),
            async found => Page(await office.Do(usual, me), found));
    }

    static int Whole(string? typed, int usual) => string.IsNullOrWhiteSpace(typed) ? usual : int.TryParse(typed, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static async Task<IResult> Export(Id<Wave> id, Office office, Caller me)
    {
        var results = await office.Do(new ListResults(id), me);
        var csv = new StringBuilder(CsvCell.Line("unit", "unit_name", "measure", "value", "standard_error", "lower", "upper", "n", "effective_n", "withheld", "wave", "form_version", "tree_version", "fingerprint"));
        foreach (var r in results.Rows)
            csv.Append(CsvCell.Line(r.Unit.Code, r.Unit.Name, r.Measure.Code, Exact(r.Figure.Value), Exact(r.Figure.StandardError), Exact(r.Figure.Lower), Exact(r.Figure.Upper), $"{r.Figure.N}", Exact(r.Figure.EffectiveN),
                r.Figure.Given ? "" : $"{r.Figure.Withheld}", results.Wave.Name, $"{results.FormVersion}", $"{results.TreeVersion}", results.Fingerprint));
        // The mark in front tells spreadsheets that the Chinese in it is UTF-8.
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", "results.csv");
    }

    static string? Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
