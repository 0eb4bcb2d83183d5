using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

static class MeasuredWaveStore
{
    public const string Columns = "id, programme_id, number, name, form_version_id, tree_id, opens_on, closes_on, minimum_n, mirrors_id, opened_at, closed_at, frozen_at, fingerprint";

    sealed record Versions
    {
        public required FormDocument Document { get; init; }
        public required string Hash { get; init; }
        public required long FormNumber { get; init; }
        public required long TreeNumber { get; init; }
    }

    public static Task<Wave> Wave(Session s, Id<Wave> id) => s.One<Wave>($"select {Columns} from waves where id = @id", new { id }, Words.Of("There is no such wave."));

    /// <summary>The waves of a programme that were ever open, the newest first.</summary>
    public static Task<List<Wave>> Opened(Session s, Id<Programme> programme, int howMany) => s.Many<Wave>($"""
        select {Columns} from waves where programme_id = @programme and opened_at is not null order by number desc limit @howMany
        """, new { programme, howMany });

    /// <summary>The wave before in its programme; null for the first.</summary>
    public static Task<Wave?> Before(Session s, Wave wave) => s.Maybe<Wave>($"""
        select {Columns} from waves where programme_id = @ProgrammeId and number < @Number and opened_at is not null order by number desc limit 1
        """, new { wave.ProgrammeId, wave.Number });

    /// <summary>The newest opened wave of managers or employees that mirrors a wave of customers; null when there is none.</summary>
    public static Task<Wave?> Mirroring(Session s, Id<Wave> customers, Audience audience) => s.Maybe<Wave>($"""
        select {Columns} from waves w where mirrors_id = @customers and opened_at is not null
        and exists (select 1 from programmes p where p.id = w.programme_id and p.audience = @audience) order by opened_at desc limit 1
        """, new { customers, audience = audience.ToString() });

    public static async Task<MeasuredWave> Load(Session s, Wave wave)
    {
        var versions = await s.One<Versions>("""
            select v.document, v.hash, v.number as form_number, t.number as tree_number
            from form_versions v, indicator_trees t where v.id = @FormVersionId and t.id = @TreeId
            """, new { wave.FormVersionId, wave.TreeId }, Words.Of("There is no such wave."));
        var indicators = IndicatorRules.InOrder(await s.Many<Indicator>("""
            select code, parent_code, position, weight, direction, names from indicators where tree_id = @TreeId
            """, new { wave.TreeId }));
        return new()
        {
            Wave = wave, Form = versions.Document, FormHash = versions.Hash, FormNumber = versions.FormNumber, TreeNumber = versions.TreeNumber,
            Indicators = indicators, Units = await UnitStore.Tree(s, wave.TreeDay),
            Measures = new WaveMeasures(AskedSlot.Of(versions.Document), indicators),
        };
    }

    public static async Task<MeasuredWave> Load(Session s, Id<Wave> id) => await Load(s, await Wave(s, id));
}
