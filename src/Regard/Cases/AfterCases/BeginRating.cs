using Regard.Surveys;
namespace Regard.Cases;

/// <summary>What a customer sees on following the link after a case. Looking changes nothing, so that programs that look into mails answer for nobody.</summary>
public sealed record BeginRating(string Token) : Question<RatingBegun>
{
    internal override Permission Needs => Permission.Public;
    internal override string? Subject => null;

    internal override async Task<RatingBegun> Run(Session s) => RatingBegun.Of(s, await AfterCase.ByLink(s, Token));

    public override string ToString() => nameof(BeginRating);
}

/// <param name="WhyNot">Why no answer is taken; null while one is.</param>
public sealed record RatingBegun(FormDocument Document, Language Language, bool IsAnswered, Words? WhyNot)
{
    internal static RatingBegun Of(Session s, AfterCase asked) => new(AfterCase.Form, Languages.FromTag(asked.LanguageTag) ?? Language.English, asked.SubmittedAt is not null, asked.WhyNot(s.Now, s.Caller));
}

/// <summary>A customer says how a case was handled, once.</summary>
public sealed record RateCase(string Token, Answers Answers) : Change<Done>
{
    internal override Permission Needs => Permission.Public;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s) => await Keep(s, await AfterCase.ByLink(s, Token), Answers);

    internal static async Task<Done> Keep(Session s, AfterCase asked, Answers given)
    {
        if (asked.WhyNot(s.Now, s.Caller) is { } why) throw new Refused(why);
        var problems = AnswerRules.Problems(AfterCase.Form, given);
        if (problems.Count > 0) throw new Invalid(problems);
        var kept = await s.Write("update case_surveys set submitted_at = @Now, answers = @answers where case_id = @CaseId and customer_id = @CustomerId and submitted_at is null", new { s.Now, answers = given.ToJson(), asked.CaseId, asked.CustomerId });
        if (kept == 0) throw new Refused("This survey has been answered already. The first answers count.");
        return default;
    }

    public override string ToString() => nameof(RateCase);
}
