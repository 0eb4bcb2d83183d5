using Regard.Organisation;
namespace Regard.Surveys;

static class WaveStore
{
    public const string Columns = "id, programme_id, number, name, form_version_id, tree_id, opens_on, closes_on, minimum_n, mirrors_id, open_link, open_unit_id, opened_at, closed_at, frozen_at, fingerprint";

    public static Task<Wave> Wave(this Session s, Id<Wave> id) =>
        s.One<Wave>($"select {Columns} from waves where id = @id", new { id }, Words.Of("There is no such wave."));

    public static async Task<Audience> Audience(Session s, Wave wave) =>
        Enum.Parse<Audience>(await s.Value<string>("select audience from programmes where id = @ProgrammeId", new { wave.ProgrammeId }));

    /// <summary>Held until the commit: answers come in, and the wave closes, one after the other.</summary>
    public static Task<long> LockResponses(this Session s, Id<Wave> id) => s.NextNumber(Counter(id), 0);

    public static string Counter(Id<Wave> id) => $"response:{id}";

    /// <summary>A wave compares all units by one rule, so no unit may set it for itself.</summary>
    public static async Task DemandWholeCompany(Session s)
    {
        if (s.Caller.IsInstallation) return;
        var tree = await UnitStore.Tree(s, s.Today);
        var over = s.Caller.Over(Permission.RunWaves);
        if (!tree.Roots.All(r => over.Contains(r.Id)))
            throw new Refused(Words.Of("Waves are run for the whole company; your role covers a part of it only."), forbidden: true);
    }

    public static async Task DemandVersions(Session s, Id<FormVersion> form, Id<Indicators.IndicatorTree> tree)
    {
        if (await s.Value<long>("select count(*) from form_versions where id = @form", new { form }) == 0)
            throw new Invalid("FormVersionId", "Choose a published version of a form.");
        if (await s.Value<long>("select count(*) from indicator_trees where id = @tree and published_at is not null", new { tree }) == 0)
            throw new Invalid("TreeId", "Choose a published indicator tree.");
    }

    public static IEnumerable<Problem> Check(string name, DateOnly opensOn, DateOnly closesOn, long? minimumN)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("Name", "Give the wave a name.");
        if (closesOn < opensOn) yield return new("ClosesOn", "A wave closes on the day it opens or later.");
        if (closesOn.DayNumber - opensOn.DayNumber > 366) yield return new("ClosesOn", "A wave lasts a year at most.");
        if (minimumN is < Programme.SmallestMinimum or > 10_000) yield return new("MinimumN", "The reporting minimum is 5 at least: fewer would give people away.");
    }
}
