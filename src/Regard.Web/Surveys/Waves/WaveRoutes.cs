using Microsoft.AspNetCore.Mvc;
using Regard.Improvement;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Respond;
using Regard.Web.Ui;
namespace Regard.Web.Surveys.Waves;

static class WaveRoutes
{
    public static void MapWaves(this WebApplication app)
    {
        var pages = app.MapGroup("/waves").ExcludeFromDescription();
        pages.MapGet("", async (Office office, Caller me) => Forms.Page<WaveListPage>(new { Programmes = await office.Do(new ListProgrammes(), me), Waves = await office.Do(new ListWaves(), me) }));
        pages.MapGet("/programmes/new", (Caller me) => ProgrammeForm(null, new(), [], me));
        pages.MapGet("/programmes/{id}", async (Id<Programme> id, Office office, Caller me) =>
            ProgrammeForm(id, ProgrammeTyped.Of((await office.Do(new ListProgrammes(), me)).FirstOrDefault(p => p.Programme.Id == id)?.Programme ?? throw new NotFound("There is no such programme.")), [], me));
        pages.MapPost("/programmes", ([FromForm] ProgrammeTyped typed, Office office, Caller me) => Change(() => office.Do(typed.Start(), me), "/waves", found => Task.FromResult(ProgrammeForm(null, typed, found, me))));
        pages.MapPost("/programmes/{id}", (Id<Programme> id, [FromForm] ProgrammeTyped typed, Office office, Caller me) => Change(() => office.Do(typed.Change(id), me), "/waves", found => Task.FromResult(ProgrammeForm(id, typed, found, me))));
        pages.MapGet("/plan", (Office office, Caller me, TimeProvider clock) => WaveForm(null, new() { OpensOn = clock.Day().Iso(), ClosesOn = clock.Day().AddDays(20).Iso() }, [], office, me));
        pages.MapPost("/plan", Plan);
        pages.MapGet("/{id}/edit", async (Id<Wave> id, Office office, Caller me) => await WaveForm(id, WaveTyped.Of((await office.Do(new ShowWave(id), me)).Wave), [], office, me));
        pages.MapPost("/{id}/edit", (Id<Wave> id, [FromForm] WaveTyped typed, Office office, Caller me) => Change(() => office.Do(typed.Change(id), me), $"/waves/{id}", found => WaveForm(id, typed, found, office, me)));
        pages.MapGet("/{id}", (Id<Wave> id, Office office, Caller me, HttpRequest request) => Show(id, [], office, me, request));
        pages.MapPost("/{id}/open", (Id<Wave> id, Office office, Caller me, HttpRequest request) => Step(id, () => office.Do(new OpenWave(id), me), office, me, request));
        pages.MapPost("/{id}/close", (Id<Wave> id, Office office, Caller me, HttpRequest request) => Step(id, () => new WaveClosing(office).Run(id, me), office, me, request));
        pages.MapPost("/{id}/link", (Id<Wave> id, [FromForm] string? unitId, Office office, Caller me, HttpRequest request) =>
            Step(id, () => office.Do(new OpenWaveLink(id, Id<Unit>.TryParse(unitId, null, out var unit) ? unit : null), me), office, me, request));
        pages.MapPost("/{id}/mirror", (Id<Wave> id, [FromForm] string? mirrorsId, Office office, Caller me, HttpRequest request) =>
            Step(id, () => office.Do(new MirrorWave(id, Id<Wave>.TryParse(mirrorsId, null, out var other) ? other : null), me), office, me, request));
        pages.MapGet("/{id}/poster", Poster);
        pages.MapWaveFiles();
        pages.MapBring();
        pages.MapMatch();
        app.MapWaveApi();
    }

    static IResult ProgrammeForm(Id<Programme>? id, ProgrammeTyped typed, IReadOnlyList<Problem> found, Caller me)
    {
        if (!me.May(Permission.RunWaves)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<ProgrammePage>(new { Id = id, Typed = typed, Found = found }, found);
    }

    static async Task<IResult> WaveForm(Id<Wave>? id, WaveTyped typed, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        if (!me.May(Permission.RunWaves)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<PlanWavePage>(new { Id = id, Typed = typed, Choices = await WaveChoices.Ask(office, me), Found = found }, found);
    }

    static Task<IResult> Plan([FromForm] WaveTyped typed, Office office, Caller me) => Forms.Try(
        async () => TypedResults.LocalRedirect($"/waves/{await office.Do(typed.Plan(), me)}"),
        found => WaveForm(null, typed, found, office, me));

    static Task<IResult> Change(Func<Task> change, string to, Func<IReadOnlyList<Problem>, Task<IResult>> again) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect(to); }, again);

    internal static Task<IResult> Step(Id<Wave> id, Func<Task> change, Office office, Caller me, HttpRequest request) =>
        Change(change, $"/waves/{id}", found => Show(id, found, office, me, request));

    internal static async Task<IResult> Show(Id<Wave> id, IReadOnlyList<Problem> found, Office office, Caller me, HttpRequest request)
    {
        var shown = await office.Do(new ShowWave(id), me);
        var imports = me.May(Permission.DoFieldwork) ? await office.Do(new ListImports(id), me) : [];
        var segments = me.May(Permission.RunWaves) && shown.Wave.ClosedAt is null ? (await office.Do(new ListSegments(Counted: false), me)).Segments : [];
        return Forms.Page<WavePage>(new { Shown = shown, Imports = imports, Segments = segments, Mirrored = shown.Audience.Mirrors() ? await Mirrored(shown.Wave, office, me) : [], Address = AddressOf(request), Found = found }, found);
    }

    /// <summary>Waves that customers answer by the same indicators.</summary>
    static async Task<IReadOnlyList<Wave>> Mirrored(Wave wave, Office office, Caller me)
    {
        var customers = (await office.Do(new ListProgrammes(), me)).Where(p => p.Programme.Audience == Audience.Customer).Select(p => p.Programme.Id).ToHashSet();
        return [.. (await office.Do(new ListWaves(), me)).Where(w => customers.Contains(w.ProgrammeId) && w.TreeId == wave.TreeId)];
    }

    static async Task<IResult> Poster(Id<Wave> id, string? unit, Office office, Caller me, HttpRequest request)
    {
        var shown = await office.Do(new ShowWave(id), me);
        if (shown.Wave.OpenLink is not { } link) throw new NotFound("This wave has no open link yet.");
        var place = string.IsNullOrEmpty(unit) ? shown.Places.FirstOrDefault(p => p.Id == shown.Wave.OpenUnitId) : shown.Places.FirstOrDefault(p => p.Code == unit) ?? throw new NotFound("There is no such unit.");
        var address = $"{AddressOf(request)}/o/{link}{(string.IsNullOrEmpty(unit) ? "" : "/" + Uri.EscapeDataString(unit))}";
        return Forms.Page<PosterPage>(new { Shown = shown, Address = address, Place = place });
    }

    internal static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
