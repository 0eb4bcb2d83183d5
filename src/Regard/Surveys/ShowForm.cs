namespace Regard.Surveys;

/// <summary>A form with its draft, what still keeps the draft from being published, and its versions.</summary>
public sealed record ShowForm(Id<Form> Id) : Question<FormShown>
{
    internal override Permission Needs => Permission.SeeSurveys;

    internal override async Task<FormShown> Run(Session s)
    {
        var form = await FormStore.Form(s, Id);
        var draft = await FormStore.Draft(s, Id);
        var versions = await s.Many<FormVersionListed>("""
            select v.id, v.number, v.hash, v.published_at, p.name as published_by
            from form_versions v left join people p on p.id = v.published_by
            where v.form_id = @Id order by v.number desc
            """, new { Id });
        return new FormShown
        {
            Form = form, Draft = draft, Versions = versions, Problems = FormRules.Problems(draft.Document),
            IsChanged = versions.Count == 0 || versions[0].Hash != FormJson.Hash(draft.Document),
        };
    }
}

public sealed record FormShown
{
    public required Form Form { get; init; }
    public required FormDraft Draft { get; init; }
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FormVersionListed> Versions { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    /// <summary>Whether the draft differs from the newest version.</summary>
    public required bool IsChanged { get; init; }
}

public sealed record FormVersionListed
{
    public required Id<FormVersion> Id { get; init; }
    public required long Number { get; init; }
    public required string Hash { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public string? PublishedBy { get; init; }
}
