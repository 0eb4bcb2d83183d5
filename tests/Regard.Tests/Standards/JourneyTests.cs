using Regard.Standards;
using Regard.Storage;
using Regard.Surveys;
using Regard.Visits;
using static Regard.Tests.Standards.GivenStandards;
namespace Regard.Tests.Standards;

public class JourneyTests
{
    [Theory, EachDatabase]
    public async Task Each_step_of_the_reception_is_a_gap_until_it_has_a_standard_or_a_reason_for_none(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        await t.Do(new AdoptJourney(JourneyTemplate.Reception), given.Company.Analyst);
        var view = await t.Do(new ShowBlueprint(), given.Company.FrontLine);
        Assert.Equal((9, 9, 3), (view.Blueprint.Steps.Count(), view.Gaps, view.Unowned));
        Assert.All(view.Blueprint.Steps.Select(p => p.Names).Concat(view.Blueprint.Stages.Select(p => p.Names)), n => Assert.Equal(["en", "zh-Hans", "zh-Hant"], n.Keys.Order()));
        var steps = view.Blueprint.Steps.ToList();
        await given.Add("REC-03", Terms("ASS3") with { StepId = steps[2].Id });
        var stages = view.Blueprint.Stages.Select((stage, i) => i == 0 ? stage with { Accountable = given.Company.Store(1), Steps = [steps[0] with { NoneBecause = "Done by the landlord" }, steps[1]] } : stage).ToList();
        await t.Do(new SaveBlueprint(1, stages), given.Company.Analyst);
        view = await t.Do(new ShowBlueprint(), given.Company.FrontLine);
        Assert.Equal((7, 2), (view.Gaps, view.Unowned));
        Assert.Equal("REC-03", Assert.Single(view.Standards[steps[2].Id]).Code);
        Assert.Equal("Store 1", view.Names[given.Company.Store(1)]);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new AdoptJourney(JourneyTemplate.Reception), given.Company.Analyst));
    }

    [Theory, EachDatabase]
    public async Task A_step_that_a_standard_stands_at_is_not_taken_out_and_the_second_to_save_is_told(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        await t.Do(new AdoptJourney(JourneyTemplate.Processes), given.Company.Analyst);
        var stages = (await t.Do(new ShowBlueprint())).Blueprint.Stages;
        Assert.Equal(7, stages.Count);
        await given.Add("LEARN", Terms("EMP1") with { StepId = stages[0].Steps[0].Id });
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveBlueprint(1, [.. stages.Skip(1)]), given.Company.Analyst));
        Assert.Contains("LEARN", refused.Message);
        await t.Do(new SaveBlueprint(1, [.. stages.Take(6)]), given.Company.Analyst);
        Assert.Contains("Ann Alyst saved this", (await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveBlueprint(1, stages), given.Company.Executive))).Message);
        await Assert.ThrowsAsync<Invalid>(() => given.Add("NOWHERE", Terms("EMP1") with { StepId = new(Guid.NewGuid()) }));
    }

    [Theory, EachDatabase]
    public async Task A_checklist_of_the_journey_is_filled_in_on_a_visit_and_held_against_its_standards(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        await t.Do(new AdoptJourney(JourneyTemplate.Reception), given.Company.Analyst);
        var steps = (await t.Do(new ShowBlueprint())).Blueprint.Steps.ToList();
        var english = new Text { ["en"] = "Whoever comes in is greeted.", ["zh-Hans"] = "进门有人问候。", ["zh-Hant"] = "進門有人問候。" };
        var done = await given.Add("REC-03", Terms("ASS3") with { StepId = steps[2].Id, Says = english });
        var graded = await given.Add("REC.03", Graded(80, 60, "EMP1") with { StepId = steps[2].Id, Says = english });
        var form = await t.Do(new DraftChecklist("Reception"), given.Company.Analyst);
        var version = await t.Do(new PublishForm(form, 2), given.Company.Analyst);
        var document = (await t.Do(new ShowFormVersion(version))).Document;
        Assert.Equal((3, 10, 3), (document.Pages.Count, document.Items.Count(), document.Languages.Count));
        Assert.Equal(["c_REC_03", "c_REC_03_2"], document.Items.Where(i => i.Key.Contains("REC", StringComparison.Ordinal)).Select(i => i.Key).Order());
        await t.Do(new SubmitVisit { Key = Guid.NewGuid(), UnitId = given.Company.Store(1), Kind = VisitKind.Other, FormVersionId = version, Answers = new([KeyValuePair.Create("c_REC_03", Answer.Of(1)), KeyValuePair.Create("c_REC_03_2", Answer.Of(5))]) }, given.Company.RegionalManager);
        var levels = new List<double?>();
        foreach (var id in (Id<Standard>[])[done, graded]) levels.Add((await t.Do(new Encounters(Today, Today, [given.Company.Store(1)]))).SelectMany(e => e.Delivered).Single(d => d.StandardId == id.Value).Level);
        Assert.Equal([100, 50], levels);
    }

    [Theory, EachDatabase]
    public async Task A_strategy_is_approved_only_with_evidence_for_all_four_traits(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await In(t);
        var traits = new StrategyTraits { Clear = "Every desk can say it", Different = "Nobody else in town", Valuable = "Survey of May" };
        await t.Do(new WriteStrategy(0, Said("One visit, one price, one face."), traits), given.Company.Analyst);
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Do(new ApproveStrategy(1), given.Company.Executive));
        Assert.Equal("缺少依据，不能批准：切实可行", refused.Words.In(Language.SimplifiedChinese));
        Assert.Equal(["Feasible"], (await t.Do(new ShowStrategy(), given.Company.FrontLine)).Missing);
        await t.Do(new WriteStrategy(1, Said("One visit, one price, one face."), traits with { Feasible = "Two advisers a store" }), given.Company.Analyst);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new WriteStrategy(1, Said("Otherwise"), traits), given.Company.Executive));
        await t.Do(new ApproveStrategy(2), given.Company.Executive);
        await t.Do(new WriteStrategy(2, Said("Cheaper."), new()), given.Company.Analyst);
        var view = await t.Do(new ShowStrategy(), given.Company.FrontLine);
        Assert.Equal((3L, 2L, "Eve Executive", null), (view.Newest.Number, view.InForce!.Number, view.InForce.ApprovedBy, view.Newest.ApprovedAt));
    }
}
