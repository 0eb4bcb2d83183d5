using System.Security.Cryptography;
namespace Regard.Cases;

/// <summary>Puts a photo, a letter, a recording or a document to a case.</summary>
/// <param name="Name">As its sender calls it; its ending follows what is in it.</param>
public sealed record AddCaseFile(long Number, ReadOnlyMemory<byte> Content, string? Name, Id<CaseNote>? NoteId = null) : Change<Id<CaseFile>>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number}";

    internal override IEnumerable<Problem> Check() => Sized(Content);

    internal static IEnumerable<Problem> Sized(ReadOnlyMemory<byte> content)
    {
        if (content.Length == 0) yield return new(nameof(Content), "The file is empty.");
        else if (content.Length > CaseFile.Largest) yield return new(nameof(Content), "A file may have at most {0} MB.", CaseFile.Largest >> 20);
    }

    internal override async Task<Id<CaseFile>> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        if (NoteId is { } note) await s.One<string>("select kind from case_notes where customer_id = @CustomerId and case_id = @Id and id = @note", new { c.CustomerId, c.Id, note }, Words.Of("This case has no such note."));
        return await Keep(s, c, Content, Name, NoteId);
    }

    /// <summary>For what comes by mail or from the public page too, within their own changes.</summary>
    internal static async Task<Id<CaseFile>> Keep(Session s, Case c, ReadOnlyMemory<byte> content, string? name, Id<CaseNote>? note)
    {
        var type = FileSniff.TypeOf(content) ?? throw new Invalid(nameof(Content), "A case takes photos, PDF, recordings, office documents without macros, and plain text. This file is none of them.");
        var kept = await s.Value<long>("select coalesce(sum(size), 0) from case_files where customer_id = @CustomerId and case_id = @Id and removed_at is null", new { c.CustomerId, c.Id });
        if (kept + content.Length > CaseFile.LargestTogether) throw new Invalid(nameof(Content), "The files of one case may have at most {0} MB together.", CaseFile.LargestTogether >> 20);
        var id = Id<CaseFile>.New(s.Now);
        await s.Write("""
            insert into case_files (customer_id, id, case_id, note_id, name, type, size, hash, scan, added_by, added_at)
            values (@CustomerId, @id, @caseId, @note, @name, @type, @size, @hash, 'Unscanned', @Person, @Now)
            """, new { c.CustomerId, id, caseId = c.Id, note, name = FileSniff.Named(name, type), type, size = (long)content.Length, hash = SHA256.HashData(content.Span), s.Caller.Person, s.Now });
        for (var (number, at) = (0L, 0); at < content.Length; number++, at += CaseFile.PartBytes)
            await s.Write("insert into case_file_parts (customer_id, file_id, number, bytes) values (@CustomerId, @id, @number, @bytes)", new { c.CustomerId, id, number, bytes = content.Slice(at, Math.Min(CaseFile.PartBytes, content.Length - at)).ToArray() });
        return id;
    }
}
