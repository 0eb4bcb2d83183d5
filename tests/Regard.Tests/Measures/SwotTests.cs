using Regard.Audit;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures;

public class SwotTests
{
    /// <summary>Overall satisfaction follows A more than B; A is served well and B poorly, by chance of so much up or down.</summary>
    static byte[] Row(Random chance, double a1, double a2, double b1)
    {
        int Step(double level) => Math.Clamp((int)Math.Round(4 * (level + 0.5 * (chance.NextDouble() - 0.5))), 0, 4);
        int x = Step(a1), y = Step(a2), z = Step(b1);
        var overall = Math.Clamp((int)Math.Round(9 * (0.8 * (x + y) / 8.0 + 0.2 * z / 4.0 + 0.1 * (chance.NextDouble() - 0.5))), 0, 9);
        return [4, (byte)x, 3, 4, (byte)y, 3, 4, (byte)z, 2, (byte)overall, 3, (byte)overall];
    }

    static async Task<(Survey Survey, Id<Wave> Wave, Id<Unit> Rival)> Asked(TestOffice t)
    {
        var survey = await Survey.In(await Company.In(t));
        var rival = await t.Do(new AddUnit("R1", "Rival", UnitKind.Competitor, null, new DateOnly(2020, 1, 1)));
        var (wave, chance) = (await survey.OpenWave(), new Random(7));
        foreach (var store in (int[])[1, 2]) await survey.Answer(wave, survey.Company.Store(store), 300, _ => Row(chance, 0.85, 0.7, 0.35));
        await survey.Answer(wave, rival, 300, _ => Row(chance, 0.4, 0.7, 0.8));
        await survey.Fold(wave);
        return (survey, wave, rival);
    }

    [Theory, EachDatabase]
    public async Task Only_what_the_numbers_say_for_sure_is_listed_and_each_entry_leads_to_its_evidence(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave, rival) = await Asked(t);
        var view = await t.Do(new ShowSwot(wave), survey.Company.Executive);
        SwotPart Side(SwotSide side) => view.Sides.Single(p => p.Side == side);
        Assert.Equal(["Rival"], view.Competitors.Select(c => c.Name));
        Assert.Contains(Side(SwotSide.Strength).Items, i => i is { Basis: SwotBasis.ImportantAndGood, Node.Code: "A", Importance.Given: true });
        Assert.Contains(Side(SwotSide.Strength).Items, i => i is { Basis: SwotBasis.AheadOfCompetitor, Node.Code: "A1", Difference: { IsReal: true, Lower: > 0 } } && i.Competitor!.Id == rival);
        Assert.Contains(Side(SwotSide.Weakness).Items, i => i is { Basis: SwotBasis.BehindCompetitor, Node.Code: "B1", Difference: { IsReal: true, Upper: < 0 } });
        // The rival is weak in A1, where nobody is behind it; it is strong in B1, where we are.
        var weak = Assert.Single(Side(SwotSide.Opportunity).Items);
        Assert.Equal(("A1", SwotBasis.CompetitorsWeakPoint), (weak.Node.Code, weak.Basis));
        Assert.True(weak.Score.Upper < weak.Index!.Lower);
        Assert.Contains(Side(SwotSide.Threat).Items, i => i.Node.Code == "B1" && i.Score.Lower > i.Index!.Upper);
        // Where both serve alike, nothing is said.
        Assert.DoesNotContain(view.Sides.SelectMany(p => p.Items), i => i is { Node.Code: "A2", Difference: not null });
        var shown = await t.Do(new CompareUnits(wave, view.At.Unit.Id, [rival]), survey.Company.Executive);
        Assert.Equal($"/index/comparison?wave={wave}&unit={view.At.Unit.Id}&other={rival}", weak.Evidence);
        Assert.Equal(weak.Score, shown.Rows.Single(r => r.Measure.Code == "indicator:A1").Others[0].Figure);
    }

    [Theory, EachDatabase]
    public async Task Who_does_not_see_competitors_is_told_nothing_of_them(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave, _) = await Asked(t);
        var view = await t.Do(new ShowSwot(wave), survey.Company.StoreManager);
        Assert.Equal((survey.Company.Store(1), 0), (view.At.Unit.Id, view.Competitors.Count));
        Assert.DoesNotContain(view.Sides.SelectMany(p => p.Items), i => i.Competitor is not null);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowSwot(wave, survey.Company.Store(2)), survey.Company.StoreManager));
    }

    [Theory, EachDatabase]
    public async Task What_people_add_carries_its_evidence_and_stays_in_the_history_when_taken_away(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (survey, wave, _) = await Asked(t);
        var (unit, manager) = (survey.Company.Store(1), survey.Company.StoreManager);
        foreach (var evidence in (string[])["", "see the report", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) await Assert.ThrowsAsync<Invalid>(() => t.Do(new AddSwotNote(unit, SwotSide.Threat, "A rival opens next door", evidence), manager));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new AddSwotNote(survey.Company.Store(2), SwotSide.Threat, "x", "/gaps"), manager));
        var note = await t.Do(new AddSwotNote(unit, SwotSide.Threat, "A rival opens next door", "/field-log/3"), manager);
        Assert.Equal(("A rival opens next door", "/field-log/3", "Stan Manager"), Assert.Single((await t.Do(new ShowSwot(wave), manager)).Sides.Single(p => p.Side == SwotSide.Threat).Notes) is var n ? (n.Words, n.Evidence, n.WrittenBy) : default);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new RemoveSwotNote(note), survey.Company.FrontLine with { Roles = [new() { Role = Role.Manager, UnitId = survey.Company.Store(2) }] }));
        t.Clock.Now += TimeSpan.FromDays(1);
        await t.Do(new RemoveSwotNote(note), survey.Company.Executive);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new RemoveSwotNote(note), survey.Company.Executive));
        var after = await t.Do(new ShowSwot(wave), manager);
        Assert.Empty(after.Sides.SelectMany(p => p.Notes));
        Assert.Equal(("Eve Executive", t.Clock.Now), Assert.Single(after.Removed) is var gone ? (gone.RemovedBy, gone.RemovedAt!.Value) : default);
        Assert.Equal($"{unit} Threat", (await t.Do(new ListAudit(new() { Operation = nameof(AddSwotNote) }))).Rows.Single(r => r.Outcome == Regard.Audit.Outcome.Done).Subject);
    }
}
