using Regard.Surveys;
namespace Regard.Cases;

/// <summary>The answer to a survey that a case was opened for.</summary>
public sealed record ShowCaseAnswer(long Number) : Question<AnswerRead>
{
    internal override Permission Needs => Permission.SeeComments;

    internal override async Task<AnswerRead> Run(Session s)
    {
        var c = await CaseStore.Seen(s, Number);
        var low = await s.One<LowScore>("select customer_id, response_id, unit_id, score from low_scores where case_id = @Id", new { c.Id }, Words.Of("This case was not opened for an answer to a survey."));
        return await new ReadAnswer(low.CustomerId, low.ResponseId).Run(s);
    }
}
