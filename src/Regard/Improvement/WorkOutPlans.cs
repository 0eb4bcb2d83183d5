using Regard.Measures;
using Regard.Surveys;
namespace Regard.Improvement;

/// <summary>Drafts and verdicts for a wave about to be frozen; read outside the writing transaction.</summary>
sealed record WorkOutPlans(WaveNumbers Numbers) : Question<PlanWork>
{
    internal override Permission Needs => Permission.RunWaves;

    sealed record Rule
    {
        public required long ShortBoards { get; init; }
        public required long PlanDays { get; init; }
    }

    internal override async Task<PlanWork> Run(Session s)
    {
        var wave = Numbers.Wave.Wave;
        var rule = await s.One<Rule>("select short_boards, plan_days from programmes where id = @ProgrammeId", new { wave.ProgrammeId }, Words.Of("There is no such programme."));
        var owners = await PlanOwners.Today(s);
        var due = DateOnly.FromDateTime(wave.ClosedAt!.Value.UtcDateTime).AddDays((int)rule.PlanDays);
        var drafts =
            from unit in Numbers.Answering
            from board in ShortBoards.Of(Numbers.Wave.Measures, Numbers.Figures, unit.Id, (int)rule.ShortBoards)
            let title = PlanDraft.TitleOf(Numbers.Wave.Measures.Node(board.Code)!.Names, unit.Name)
            select new PlanDraft(wave.Id, unit.Id, board.Code, board.Measure, title, owners.Of(unit.Id), due);
        var plans = Numbers.Before is { } before
            ? await s.Many<Plan>($"select {PlanStore.Columns} from {PlanStore.From} where p.wave_id = @Id order by p.number", new { before.Wave.Wave.Id })
            : [];
        return new([.. drafts], PlanJudging.Judge(Numbers, plans));
    }
}
