using System.Collections.Concurrent;
namespace Regard.Surveys;

static class FormStore
{
    public static Task<Form> Form(Session s, Id<Form> id) => s.One<Form>(
        "select id, name, created_at, archived_at from forms where id = @id", new { id }, Words.Of("There is no such form."));

    public static Task<FormDraft> Draft(Session s, Id<Form> id) => s.One<FormDraft>("""
        select d.form_id, d.revision, d.document, d.saved_at, d.previous is not null as can_undo, p.name as saved_by
        from form_drafts d left join people p on p.id = d.saved_by
        where d.form_id = @id
        """, new { id }, Words.Of("There is no such form."));

    const int VersionsKept = 200;
    static readonly ConcurrentDictionary<Id<FormVersion>, FormVersion> versions = new();

    /// <summary>A published version never changes, and reading it costs more than the rest of taking a response: so it is read once and kept.</summary>
    public static async Task<FormVersion> Version(Session s, Id<FormVersion> id)
    {
        if (versions.TryGetValue(id, out var known)) return known;
        var version = await s.One<FormVersion>("""
            select v.id, v.form_id, v.number, v.hash, v.document, v.published_at, p.name as published_by
            from form_versions v left join people p on p.id = v.published_by
            where v.id = @id
            """, new { id }, Words.Of("There is no such version of a form."));
        if (versions.Count >= VersionsKept) versions.Clear();
        return versions[id] = version;
    }

    public static Task<FormVersion?> NewestVersion(Session s, Id<Form> id) => s.Maybe<FormVersion>("""
        select v.id, v.form_id, v.number, v.hash, v.document, v.published_at, p.name as published_by
        from form_versions v left join people p on p.id = v.published_by
        where v.form_id = @id order by v.number desc limit 1
        """, new { id });

    public static async Task<Id<Form>> Add(Session s, string name, FormDocument document)
    {
        var id = Id<Form>.New(s.Now);
        var values = new { id, name = name.Trim(), document, by = s.Caller.Person, s.Now };
        await s.Write("insert into forms (id, name, created_by, created_at) values (@id, @name, @by, @Now)", values);
        await s.Write("insert into form_drafts (form_id, revision, document, saved_by, saved_at) values (@id, 1, @document, @by, @Now)", values);
        return id;
    }

    public static async Task<Id<FormVersion>> AddVersion(Session s, Id<Form> form, long number, FormDocument document)
    {
        var id = Id<FormVersion>.New(s.Now);
        await s.Write("""
            insert into form_versions (id, form_id, number, document, hash, published_by, published_at)
            values (@id, @form, @number, @document, @hash, @by, @Now)
            """, new { id, form, number, document, hash = FormJson.Hash(document), by = s.Caller.Person, s.Now });
        return id;
    }
}
