namespace Regard.Surveys;

/// <summary>Keeps the answers of one page until all are sent in. Coming back to a page replaces what it said before.</summary>
/// <param name="Page">From 0.</param>
public sealed record SavePage(Respondent Who, int Page, Answers Answers, Language Language) : Change<PageSaved>
{
    /// <summary>Going back or changing the language: what is right is kept, and nothing is asked for.</summary>
    public bool OnTheWay { get; init; }

    internal override Permission Needs => Permission.Public;
    internal override bool Audited => false;

    internal override IEnumerable<Problem> Check()
    {
        if (Who.Token is null && Who.Key == Guid.Empty) yield return new("Key", "Send a random UUID as the key of the response.");
    }

    internal override async Task<PageSaved> Run(Session s)
    {
        var at = await Who.Find(s);
        if (at.Invitation?.SubmittedAt is not null) throw new Refused("You have answered this survey already. Thank you!");
        if (at.Wave.WhyNoAnswers(s.Today) is { } closed) throw new Refused(closed);
        var document = (await FormStore.Version(s, at.Wave.FormVersionId)).Document;
        if (Page < 0 || Page >= document.Pages.Count) throw new NotFound("This survey has no such page.");
        var draft = await RespondentStore.Draft(s, at.CustomerId, at.Id);
        var page = document.Pages[Page];
        var asked = page.Items.SelectMany(i => i.AnswerKeys).ToHashSet();
        if (Answers.Keys.FirstOrDefault(k => !asked.Contains(k)) is { } unknown) throw new Invalid(unknown, "This page does not ask {0}.", unknown);
        var answers = (draft?.Answers ?? []).WithPage(page, Answers);
        var problems = AnswerRules.Problems(document, answers, Page);
        if (!OnTheWay && problems.Count > 0) throw new Invalid(problems);
        foreach (var problem in problems) answers.Remove(problem.Field);
        var next = OnTheWay ? Page : FormPages.After(document, answers, Page);
        var startedAt = draft?.StartedAt ?? s.Now;
        await s.Write("""
            insert into answer_drafts (customer_id, id, wave_id, page, language_tag, answers, started_at, saved_at)
            values (@CustomerId, @id, @waveId, @page, @tag, @json, @startedAt, @Now)
            on conflict (customer_id, id) do update set page = excluded.page, language_tag = excluded.language_tag, answers = excluded.answers, saved_at = excluded.saved_at
            """, new { at.CustomerId, id = new Id<Response>(at.Id), waveId = at.Wave.Id, page = (long)(next ?? Page), tag = Language.Tag(), json = answers.ToJson(), startedAt, s.Now });
        return new() { NextPage = next, Answers = answers, StartedAt = startedAt };
    }
}

public sealed record PageSaved
{
    /// <summary>From 0; null when all pages are done and the answers can be sent in.</summary>
    public int? NextPage { get; init; }
    /// <summary>All answers saved so far.</summary>
    public required Answers Answers { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
}
