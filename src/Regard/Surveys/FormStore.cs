namespace Regard.Surveys;

static class FormStore
{
    public static Task<Form> Form(Session s, Id<Form> id) => s.One<Form>(
        "select id, name, created_at, archived_at from forms where id = @id", new { id }, Words.Of("There is no such form."));

    public static Task<FormDraft> Draft(Session s, Id<Form> id) => s.One<FormDraft>("""
        select d.form_id, d.revision, d.document, d.saved_at, p.name as saved_by
        from form_drafts d left join people p on p.id = d.saved_by
        where d.form_id = @id
        """, new { id }, Words.Of("There is no such form."));

    public static Task<FormVersion> Version(Session s, Id<FormVersion> id) => s.One<FormVersion>("""
        select v.id, v.form_id, v.number, v.hash, v.document, v.published_at, p.name as published_by
        from form_versions v left join people p on p.id = v.published_by
        where v.id = @id
        """, new { id }, Words.Of("There is no such version of a form."));

    public static Task<FormVersion?> NewestVersion(Session s, Id<Form> id) => s.Maybe<FormVersion>("""
        select v.id, v.form_id, v.number, v.hash, v.document, v.published_at, p.name as published_by
        from form_versions v left join people p on p.id = v.published_by
        where v.form_id = @id order by v.number desc limit 1
        """, new { id });
}
