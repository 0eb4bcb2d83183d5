using Regard.Customers;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Cases;

/// <summary>One customer asked how a case was handled. Kept apart from the waves, so that it counts in no index.</summary>
sealed record AfterCase
{
    public const string Columns = "customer_id, case_id, unit_id, owner_id, secret_hash, language_tag, invited_at, submitted_at, answers";
    /// <summary>Answers later than this say little of the case.</summary>
    public const int OpenDays = 60;

    public required Id<Customer> CustomerId { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required Id<Person> OwnerId { get; init; }
    public byte[]? SecretHash { get; init; }
    public required string LanguageTag { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public string? Answers { get; init; }

    public static FormDocument Form { get; } = FormTemplate.Read(FormTemplate.AfterCase);

    public Answers Given => Answers is { } json ? Surveys.Answers.FromJson(json) : [];

    /// <summary>By the case alone: it may have been given to another customer since the link was sent.</summary>
    public static async Task<AfterCase> ByLink(Session s, string token)
    {
        var found = PersonalLink.Parse(token) is { } link ? await s.Maybe<AfterCase>($"select {Columns} from case_surveys where case_id = @id", new { id = new Id<Case>(link.InvitationId.Value) }) is { } row && link.Fits(row.SecretHash) ? row : null : null;
        return found ?? throw new NotFound("This link leads nowhere. Please check that the whole of it was copied.");
    }

    /// <summary>Of the case that a receipt code leads to, where its customer was asked.</summary>
    public static async Task<AfterCase> ByReceipt(Session s, string code)
    {
        var number = await CaseReceipts.Number(s, code);
        return await s.Maybe<AfterCase>($"select {Columns} from case_surveys where case_id = (select n.case_id from case_numbers n where n.number = @number) and secret_hash is not null", new { number }) ?? throw new NotFound("Nobody has asked you after this yet.");
    }

    /// <summary>Null while an answer is taken.</summary>
    public Words? WhyNot(DateTimeOffset now, Caller caller) =>
        SubmittedAt is not null ? Words.Of("This survey has been answered already. The first answers count.")
        : now > InvitedAt.AddDays(OpenDays) ? Words.Of("This survey is closed. It takes no more answers.")
        : caller.Person is not null ? Words.Of("You are signed in as an employee. Customers only are asked here.")
        : null;
}
