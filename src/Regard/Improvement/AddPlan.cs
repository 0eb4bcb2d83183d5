using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Improvement;

/// <summary>A plan of the unit's own choosing, on an indicator of the newest frozen wave.</summary>
public sealed record AddPlan(Id<Unit> UnitId, Id<Wave> WaveId, string IndicatorCode, string Problem, DateOnly DueOn) : Change<Id<Plan>>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{UnitId} {IndicatorCode}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(IndicatorCode)) yield return new("IndicatorCode", "Choose an indicator.");
        if ((Problem ?? "").Length > WritePlan.LongestText) yield return new("Problem", "At most {0} characters.", WritePlan.LongestText);
    }

    internal override async Task<Id<Plan>> Run(Session s)
    {
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        if (DueOn < s.Today) throw new Invalid("DueOn", "The day is over already.");
        var board = (await new ListBoards(WaveId).Run(s)).FirstOrDefault(b => b.Code == IndicatorCode) ?? throw new Invalid("IndicatorCode", "Choose an indicator that this wave measured.");
        return await PlanStore.Add(s, new(WaveId, UnitId, board.Code, board.Measure, PlanDraft.TitleOf(board.Names, unit.Name), (await PlanOwners.Today(s)).Of(UnitId), DueOn, (Problem ?? "").Trim()));
    }
}
