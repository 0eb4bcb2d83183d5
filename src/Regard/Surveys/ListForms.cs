namespace Regard.Surveys;

/// <summary>The forms in use, or the archived ones; last touched first.</summary>
public sealed record ListForms(bool Archived = false) : Question<IReadOnlyList<FormListed>>
{
    internal override Permission Needs => Permission.SeeSurveys;

    internal override async Task<IReadOnlyList<FormListed>> Run(Session s) => await s.Many<FormListed>("""
        select f.id, f.name, f.archived_at, d.revision, d.saved_at, p.name as saved_by, v.number as version, v.id as version_id, v.published_at
        from forms f
        join form_drafts d on d.form_id = f.id
        left join people p on p.id = d.saved_by
        left join (select form_id, max(number) as number from form_versions group by form_id) newest on newest.form_id = f.id
        left join form_versions v on v.form_id = f.id and v.number = newest.number
        where (f.archived_at is not null) = @Archived
        order by d.saved_at desc, f.name
        """, new { Archived });
}

public sealed record FormListed
{
    public required Id<Form> Id { get; init; }
    public required string Name { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
    public required long Revision { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public string? SavedBy { get; init; }
    /// <summary>The newest published version; null before the first.</summary>
    public long? Version { get; init; }
    public Id<FormVersion>? VersionId { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
}
