namespace Regard.Files;

/// <summary>Keeps a file for its sender, for a day at most.</summary>
/// <param name="File">Able to seek.</param>
public sealed record KeepUpload(Stream File, string FileName) : Change<Id<Upload>>
{
    /// <summary>What the file is for is asked when it is taken; only its sender fetches it again.</summary>
    internal override Permission Needs => Permission.SignedIn;
    internal override string? Subject => FileName;

    internal override async Task<Id<Upload>> Run(Session s)
    {
        if (!s.Caller.May(Permission.DoFieldwork) && !s.Caller.May(Permission.EditCustomers)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        if (File.Length > Upload.Largest) CsvFile.TooLarge(Upload.Largest);
        using (var table = Table.Of(File)) using (table.Open()) { }
        foreach (var old in await s.Many<Id<Upload>>("select id from uploads where made_at < @before", new { before = s.Now.AddDays(-1) })) await Upload.Drop(s, old);
        var id = Id<Upload>.New(s.Now);
        await s.Write("insert into uploads (id, file_name, made_by, made_at) values (@id, @FileName, @Person, @Now)", new { id, FileName, s.Caller.Person, s.Now });
        File.Position = 0;
        await using var append = s.Dialect.Append(s.Transaction, "upload_parts", "upload_id", "number", "bytes");
        var part = new byte[Upload.PartBytes];
        for (var number = 0L; await File.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false) is > 0 and var read; number++) await append.Write(id.Value, number, part[..read]);
        await append.Complete();
        return id;
    }
}
