using Microsoft.AspNetCore.Mvc;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Measures.Value;

static class ValueRoutes
{
    public static void MapValue(this WebApplication app)
    {
        var pages = app.MapGroup("/value").ExcludeFromDescription();
        pages.MapGet("", (Id<Wave>? wave, Id<Unit>? unit, long? version, Office office, Caller me) => Value(wave, unit, version, null, [], office, me));
        pages.MapPost("/weights", (HttpRequest request, [FromForm] Id<Wave> wave, [FromForm] Id<Unit> unit, [FromForm] long before, Office office, Caller me) =>
        {
            var typed = ValueTyped.Of(request.Form);
            return Forms.Try(
                async () =>
                {
                    await office.Do(new SetValueModel(typed.Items, before), me);
                    return TypedResults.LocalRedirect(Links.View("/value", wave, unit));
                },
                found => Value(wave, unit, null, typed, found, office, me));
        });
        pages.MapGet("/kano", (Id<Wave>? wave, Id<Unit>? unit, Office office, Caller me) => Page(WaveTells.Kano, wave, office, me,
            async (waves, asked) => Forms.Page<KanoPage>(new { Waves = waves, View = await office.Do(new ShowKano(asked, unit), me) })));

        var api = app.MapGroup("/api/measures").WithTags("Measures").DisableAntiforgery();
        api.MapGet("/waves/{id}/value", (Id<Wave> id, Id<Unit>? unit, long? version, Office office, Caller me) => office.Do(new ShowValue(id, unit, version), me));
        api.MapGet("/waves/{id}/kano", (Id<Wave> id, Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowKano(id, unit), me));
        api.MapPost("/value-weights", (SetValueModel sent, Office office, Caller me) => office.Do(sent, me));
    }

    static Task<IResult> Value(Id<Wave>? wave, Id<Unit>? unit, long? version, ValueTyped? typed, IReadOnlyList<Problem> found, Office office, Caller me) => Page(WaveTells.Value, wave, office, me,
        async (waves, asked) =>
        {
            var view = await office.Do(new ShowValue(asked, unit, version), me);
            return Forms.Page<ValuePage>(new { Waves = waves, View = view, Typed = typed ?? ValueTyped.Of(view.Model), Found = found }, found);
        });

    /// <summary>A view of the wave asked for, or of the newest that asks for it and no longer takes answers; without any, how to ask for it.</summary>
    internal static async Task<IResult> Page(WaveTells what, Id<Wave>? wave, Office office, Caller me, Func<IReadOnlyList<MeasuredWaveRow>, Id<Wave>, Task<IResult>> show)
    {
        var waves = await office.Do(new ListWavesTelling(what), me);
        return (wave ?? (waves.FirstOrDefault(w => w.Wave.State != WaveState.Open) ?? waves.FirstOrDefault())?.Wave.Id) is { } asked ? await show(waves, asked) : Forms.Page<NotAskedPage>(new { What = what });
    }
}
