namespace Regard.Improvement;

public sealed record AddPlanStep(Id<Plan> PlanId, string Words, DateOnly? DueOn = null) : Change<Id<PlanStep>>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => PlanId.ToString();

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new("Words", "Say what will be done.");
        else if (Words.Length > PlanStep.LongestWords) yield return new("Words", "At most {0} characters.", PlanStep.LongestWords);
    }

    internal override async Task<Id<PlanStep>> Run(Session s)
    {
        (await PlanStore.InCare(s, PlanId, Needs)).DemandOpen();
        var id = Id<PlanStep>.New(s.Now);
        await s.Write("""
            insert into plan_steps (plan_id, id, position, words, due_on)
            select @PlanId, @id, count(*) + 1, @words, @DueOn from plan_steps where plan_id = @PlanId
            """, new { PlanId, id, words = Words.Trim(), DueOn });
        return id;
    }
}
