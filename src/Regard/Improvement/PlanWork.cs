namespace Regard.Improvement;

/// <summary>What closing a wave brings about: plans for the short boards, verdicts on the plans of the wave before.</summary>
sealed record PlanWork(IReadOnlyList<PlanDraft> Drafts, IReadOnlyList<JudgedPlan> Judged);

/// <param name="Lapsed">Still a draft: it makes room for what the new wave shows.</param>
sealed record JudgedPlan(Id<Plan> PlanId, PlanVerdict Verdict, bool Lapsed);
