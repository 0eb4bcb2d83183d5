using Microsoft.AspNetCore.Mvc;
using Regard.Metrics;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Metrics;

static class CockpitRoutes
{
    public static void MapCockpit(this WebApplication app)
    {
        var pages = app.MapGroup("/cockpit").ExcludeFromDescription();
        pages.MapGet("", async (Id<Unit>? unit, string? staff, string? cash, string? beside, Office office, Caller me) => Forms.Page<CockpitPage>(new { View = await office.Do(new ShowCockpit(unit, staff, cash, beside), me), Beside = beside }));
        pages.MapGet("/scatter", async (Id<Unit>? unit, string? series, string? measure, Office office, Caller me) => Forms.Page<ScatterPage>(new { View = await office.Do(new ShowScatter(series, measure, unit), me) }));
        pages.MapGet("/natures", (Id<Unit>? unit, Office office, Caller me) => Natures(unit, null, [], office, me));
        pages.MapPost("/natures", ([FromForm] NaturesTyped sent, Office office, Caller me) => Forms.Try(
            async () =>
            {
                await office.Do(new SetMetricSettings(sent.Over((await office.Do(new ShowNatures(), me)).Settings)), me);
                return TypedResults.LocalRedirect($"/cockpit/natures?unit={sent.Unit}");
            },
            found => Natures(Id<Unit>.TryParse(sent.Unit, null, out var unit) ? unit : null, sent, found, office, me)));

        var api = app.MapGroup("/api/cockpit").WithTags("Metrics");
        api.MapGet("", (Id<Unit>? unit, string? staff, string? cash, string? beside, Office office, Caller me) => office.Do(new ShowCockpit(unit, staff, cash, beside), me));
        api.MapGet("/scatter", (Id<Unit>? unit, string? series, string? measure, Office office, Caller me) => office.Do(new ShowScatter(series, measure, unit), me));
        api.MapGet("/natures", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowNatures(unit), me));
    }

    static async Task<IResult> Natures(Id<Unit>? unit, NaturesTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        var view = await office.Do(new ShowNatures(unit), me);
        return Forms.Page<NaturesPage>(new { View = view, Typed = typed ?? NaturesTyped.Of(view.Settings), Found = found }, found);
    }
}

/// <summary>What was typed of the sources of the natures: codes between commas, spaces or lines.</summary>
public sealed record NaturesTyped
{
    public string? Unit { get; init; }
    public string? Timeliness { get; init; }
    public string? TimelinessSeries { get; init; }
    public string? Accuracy { get; init; }
    public string? AccuracySeries { get; init; }
    public string? Reliability { get; init; }
    public string? ReliabilitySeries { get; init; }

    public static NaturesTyped Of(MetricSettings settings)
    {
        string Measures(Nature n) => string.Join(", ", settings.Natures.GetValueOrDefault(n)?.Measures ?? []);
        string Series(Nature n) => string.Join(", ", settings.Natures.GetValueOrDefault(n)?.Series ?? []);
        return new()
        {
            Timeliness = Measures(Nature.Timeliness), TimelinessSeries = Series(Nature.Timeliness), Accuracy = Measures(Nature.Accuracy), AccuracySeries = Series(Nature.Accuracy),
            Reliability = Measures(Nature.Reliability), ReliabilitySeries = Series(Nature.Reliability),
        };
    }

    public MetricSettings Over(MetricSettings settings) => settings with
    {
        Natures = new Dictionary<Nature, NatureSources>
        {
            [Nature.Timeliness] = new(Codes(Timeliness), Codes(TimelinessSeries)), [Nature.Accuracy] = new(Codes(Accuracy), Codes(AccuracySeries)), [Nature.Reliability] = new(Codes(Reliability), Codes(ReliabilitySeries)),
        },
    };

    static string[] Codes(string? typed) => [.. (typed ?? "").Split([',', '，', '、', ' ', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
