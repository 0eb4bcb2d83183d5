namespace Regard.Cases;

/// <summary>Files that belong to cases.</summary>
static class CaseFiles
{
    public static Task<CaseFile> Find(Session s, Case c, Id<CaseFile> id) => s.One<CaseFile>("""
        select f.id, f.note_id, f.name, f.type, f.size, f.scan, p.name as added_by, f.added_at from case_files f left join people p on p.id = f.added_by
        where f.customer_id = @CustomerId and f.case_id = @Id and f.id = @file and f.removed_at is null
        """, new { c.CustomerId, c.Id, file = id }, Words.Of("There is no such file."));

    public static async Task Write(Session s, Case c, Id<CaseFile> id, Stream to)
    {
        for (var number = 0L; await s.Maybe<byte[]>("select bytes from case_file_parts where customer_id = @CustomerId and file_id = @id and number = @number", new { c.CustomerId, id, number }) is { } part; number++) await to.WriteAsync(part);
    }
}
