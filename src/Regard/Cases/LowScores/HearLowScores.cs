using Regard.Files;
using Regard.Surveys;
namespace Regard.Cases;

/// <summary>Opens a case for each low answer that has none yet, as far as there is somebody to own it; tells how many it opened.</summary>
public sealed record HearLowScores : Change<int>
{
    const int AtOnce = 200;

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<int> Run(Session s)
    {
        await s.NextNumber("low-scores", 0);
        var waiting = await s.Many<LowScore>("select customer_id, response_id, unit_id, score from low_scores where case_id is null order by tried_at, found_at, response_id limit @AtOnce", new { AtOnce });
        var opened = 0;
        foreach (var low in waiting)
        {
            var heard = await Hear(s, low);
            await s.Write("update low_scores set case_id = @heard, tried_at = @Now where customer_id = @CustomerId and response_id = @ResponseId", new { heard, s.Now, low.CustomerId, low.ResponseId });
            if (heard is not null) opened++;
        }
        return opened;
    }

    /// <summary>Null when nobody can own it, or its unit is closed: then it waits.</summary>
    static async Task<Id<Case>?> Hear(Session s, LowScore low)
    {
        var answer = await new ReadAnswer(low.CustomerId, low.ResponseId).Run(s);
        var score = Words.Of("Satisfaction {0} of 100 in the survey {1}.", Math.Round(low.Score), answer.Wave).In(answer.Language);
        var hear = new HearCase
        {
            Key = new(ImportKeys.Of("case of answer", $"{low.CustomerId} {low.ResponseId}")), Channel = CaseChannel.Survey, UnitId = low.UnitId, CustomerId = low.CustomerId, LanguageTag = answer.Language.Tag(),
            Words = Shortened(string.Join("\n\n", [.. answer.Comments, score])), HeardAt = answer.SubmittedAt,
        };
        try
        {
            await hear.Run(s);
            return hear.Key;
        }
        catch (Exception e) when (e is Refused or Invalid) { return null; }
    }

    static string Shortened(string text) => text.Length <= HearCase.LongestWords ? text : text[..HearCase.LongestWords];
}
