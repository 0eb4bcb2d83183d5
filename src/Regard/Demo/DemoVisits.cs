using Regard.Organisation;
using Regard.Surveys;
using Regard.Visits;
using Regard.Work;
namespace Regard.Demo;

/// <summary>Mystery visits and hygiene rounds in the demo's stores and at its competitors, with what is delivered there written down: some stores fall short of what is demanded.</summary>
public sealed class DemoVisits
{
    public const int MysteryEachWave = 2, CompetitorsEachWave = 4;
    /// <summary>How often a check is found done; below it in some stores, and at competitors.</summary>
    public const double Usually = 0.92, Shortfall = 0.35;
    /// <summary>How often the second visitor of a day answers as the first did, beyond chance; so much is kappa.</summary>
    public const double SeenAlike = 0.8;

    /// <summary>Where quick help and care are not delivered as demanded.</summary>
    public static IReadOnlySet<int> StoresShort { get; } = new HashSet<int> { 3, 9, 14, 20 };
    public static IReadOnlySet<string> DimensionsShort { get; } = new HashSet<string> { "RES", "EMP" };
    /// <summary>Steps of the reception that the second colleague at the desk never takes, in the store where somebody can sign in.</summary>
    public static IReadOnlySet<string> StepsLeftOut { get; } = new HashSet<string> { "tried", "called" };
    public const int Accompanied = 4;
    static readonly double[] atCompetitors = [0.85, 0.78];
    /// <summary>The smallest photo there is.</summary>
    static readonly byte[] photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    readonly Office office;
    readonly DemoClock clock;
    readonly Caller installation, agency, analyst;
    readonly IReadOnlyList<(string Code, Id<Unit> Id)> stores;
    readonly IReadOnlyList<Id<Unit>> competitors;
    readonly IReadOnlyDictionary<Id<Unit>, DemoTeam> teams;
    readonly Dictionary<string, FormVersion> forms = [];
    readonly Random chance = new(DemoCompany.Seed * 61);
    Answers? last;

    DemoVisits(Office office, DemoClock clock, Caller installation, IReadOnlyList<(string, Id<Unit>)> stores, IReadOnlyList<Id<Unit>> competitors, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, Caller agency, Caller analyst) =>
        (this.office, this.clock, this.installation, this.stores, this.competitors, this.teams, this.agency, this.analyst) = (office, clock, installation, stores, competitors, teams, agency, analyst);

    /// <summary>The share of times, 0 to 1, that a check of the indicator is done in a store; a rating of it has that mean.</summary>
    public static double Delivered(int store, string? indicator) => Usually - (StoresShort.Contains(store) && indicator is { Length: > 3 } code && DimensionsShort.Contains(code[..3]) ? Shortfall : 0);

    internal static async Task<DemoVisits> Open(Office office, Caller installation, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams)
    {
        var people = await office.Do(new ListPeople(), installation);
        Caller With(Role role) => people.Where(p => p.Roles.Any(r => r.Role == role)).Select(p => new Caller { Person = p.Id, Name = p.Name, Language = Language.SimplifiedChinese, Origin = "demo", Roles = [new() { Role = role, UnitId = p.Roles.First(r => r.Role == role).UnitId }] }).First();
        var units = (await office.Do(new ShowVisitDesk(), installation)).Units;
        var demo = new DemoVisits(office, clock, installation, stores, [.. units.Where(u => u.IsCompetitor).Select(u => u.Id)], teams, With(Role.Agency), With(Role.Analyst));
        foreach (var (template, name) in ((string, string)[])[(FormTemplate.Reception, "接待九步骤 Reception in nine steps"), (FormTemplate.Hygiene, "卫生检查 Hygiene round"), (FormTemplate.Appearance, "仪容仪表与礼仪 Appearance and manners"), (FormTemplate.Hardware, "硬件设施 Premises and equipment"), (FormTemplate.SelfAudit, "六个误区自查 Self-audit")])
        {
            var form = await office.Do(new StartForm(name, template), installation);
            demo.forms[template] = await office.Do(new ShowFormVersion(await office.Do(new PublishForm(form, 1), installation)), installation);
        }
        return demo;
    }

    /// <summary>While a wave runs: each store is visited unknown, and walks its four zones.</summary>
    internal async Task Visit(DateTimeOffset opening)
    {
        foreach (var (store, unit) in stores.Select((s, i) => (i, s.Id)))
        {
            Answers? seen = null;
            for (var visit = 0; visit < MysteryEachWave; visit++)
            {
                var kept = await Send(FormTemplate.Reception, VisitKind.Mystery, unit, agency, opening.AddDays(2 + 7 * visit + store % 5).AddHours(2), i => Delivered(store, i), RoleOf(visit + store));
                seen ??= last;
                await PutRight(unit, kept);
            }
            // In some stores a second visitor comes on the same day, to see whether both see the same.
            if (store % 4 == 0) await PutRight(unit, await Send(FormTemplate.Reception, VisitKind.Mystery, unit, analyst, opening.AddDays(2 + store % 5).AddHours(5), i => Delivered(store, i), RoleOf(store), alsoSeen: seen));
            await PutRight(unit, await Send(FormTemplate.Hygiene, VisitKind.Hygiene, unit, teams[unit].Manager, opening.AddDays(4 + store % 6).AddHours(1), i => Delivered(store, i)));
        }
        foreach (var (at, unit) in competitors.Index())
            for (var visit = 0; visit < CompetitorsEachWave; visit++) await Send(FormTemplate.Reception, VisitKind.Mystery, unit, agency, opening.AddDays(3 + 5 * visit).AddHours(3), _ => atCompetitors[at], RoleOf(visit));
    }

    /// <summary>What is on people's lists today: a plan of visits, a round whose failures wait for the re-check, something broken.</summary>
    internal async Task Today(DateTimeOffset now)
    {
        clock.Now = now.AddHours(-3);
        var (mine, day) = (stores.First(s => teams[s.Id].Front.Any(f => f.Name == DemoGroup.Staff.Last().Name)).Id, DateOnly.FromDateTime(now.UtcDateTime));
        await office.Do(new PlanVisits("下一轮神秘顾客 Next mystery visits", VisitKind.Mystery, forms[FormTemplate.Reception].Id, [.. stores.Take(6).Select(s => s.Id), mine, .. competitors], 2, day.AddDays(20), [agency.Person!.Value]), installation);
        await Accompany(mine, now.AddDays(-1));
        await Send(FormTemplate.Hygiene, VisitKind.Hygiene, mine, teams[mine].Executive, now.AddHours(-2), i => i == "TAN1" ? 0.5 : 1);
        await Send(FormTemplate.Hardware, VisitKind.Hardware, mine, teams[mine].Manager, now.AddHours(-2), _ => 0.8);
        await Send(FormTemplate.SelfAudit, VisitKind.SelfAudit, mine, teams[mine].Manager, now.AddHours(-2), _ => 0.7);
        await Send(FormTemplate.Appearance, VisitKind.Appearance, mine, teams[mine].Manager, now.AddHours(-1), _ => 0.9, RoleMet.Adviser, teams[mine].Front.First(f => f.Name == DemoGroup.Staff.Last().Name).Person);
    }

    /// <summary>The head of a store goes along with each colleague at the desk, in both shifts, and looks at how they appear.</summary>
    async Task Accompany(Id<Unit> unit, DateTimeOffset day)
    {
        foreach (var (at, colleague) in teams[unit].Front.Index())
            for (var visit = 0; visit < Accompanied; visit++)
            {
                var (hour, shift) = (day.AddHours(-4 + visit + 0.5 * at), visit < Accompanied / 2 ? ShiftMet.Early : ShiftMet.Late);
                await PutRight(unit, await Send(FormTemplate.Reception, VisitKind.Other, unit, teams[unit].Manager, hour, _ => 0.95, RoleMet.Adviser, colleague.Person, shift: shift, leaves: at == 1 ? StepsLeftOut : null), colleague);
                await PutRight(unit, await Send(FormTemplate.Appearance, VisitKind.Appearance, unit, teams[unit].Manager, hour, _ => shift == ShiftMet.Early ? 0.95 : 0.8, RoleMet.Adviser, colleague.Person, shift: shift), colleague);
            }
    }

    async Task<VisitKept> Send(string template, VisitKind kind, Id<Unit> unit, Caller by, DateTimeOffset at, Func<string?, double> done, RoleMet? role = null, Id<Person>? met = null, Answers? alsoSeen = null, ShiftMet? shift = null, IReadOnlySet<string>? leaves = null)
    {
        clock.Now = at;
        var form = forms[template];
        var answers = new Answers(form.Slots.Select(slot =>
        {
            // Whoever comes the same day mostly sees the same, and else what another time would show.
            if (alsoSeen is not null && chance.NextDouble() < SeenAlike) return KeyValuePair.Create(slot.Key, alsoSeen[slot.Key]);
            var given = slot.From;
            for (var step = slot.From; step < slot.To && leaves?.Contains(slot.Key) != true; step++) if (chance.NextDouble() < done(slot.Indicator)) given++;
            return KeyValuePair.Create(slot.Key, Answer.Of(given));
        }));
        last = answers;
        return await office.Do(new SubmitVisit
        {
            Key = new Guid(Bytes()), UnitId = unit, Kind = kind, FormVersionId = form.Id, Answers = answers, RoleMet = role, PersonId = met, Shift = shift, Day = DateOnly.FromDateTime(at.UtcDateTime),
            Photos = [.. form.Document.Items.OfType<CheckItem>().Where(i => i.PhotoWhenFailed && answers[i.Key].Number == CheckItem.NotDone).Select(i => new SentPhoto(i.Key, photo, "photo.png"))],
        }, by);
    }

    /// <summary>Who leads the store reads the result and has all put right the same day.</summary>
    async Task PutRight(Id<Unit> unit, VisitKept kept, Caller? met = null)
    {
        clock.Now = clock.Now.AddHours(1);
        var manager = teams[unit].Manager;
        var whole = await office.Do(new ShowVisit(kept.Number), manager);
        if (whole.ToReCheck.Count > 0)
            await office.Do(new NoteReCheck(kept.Number, [.. whole.ToReCheck.Select(key => new ReCheckFound(key, true, "已整改"))]) { Photos = [.. whole.ToReCheck.Where(key => whole.Form.Find(key) is CheckItem { PhotoWhenFailed: true }).Select(key => new SentPhoto(key, photo, "photo.png"))] }, manager);
        foreach (var who in new[] { manager, met }.OfType<Caller>())
            foreach (var item in (await office.Do(new ListWork(Kind: WorkKind.VisitResult), who)).Items.Where(i => i.Item.Path.EndsWith($"/{kept.Number}", StringComparison.Ordinal)))
                await office.Do(new CompleteWorkItem(item.Item.Id), who);
    }

    static RoleMet RoleOf(int number) => (RoleMet)(number % 4);

    byte[] Bytes()
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return bytes;
    }
}
