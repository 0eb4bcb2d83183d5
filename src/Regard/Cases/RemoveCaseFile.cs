namespace Regard.Cases;

/// <summary>Takes a file away for good; that it was there stays.</summary>
public sealed record RemoveCaseFile(long Number, Id<CaseFile> Id) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {Id}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        await CaseFiles.Find(s, c, Id);
        await s.Write("update case_files set removed_at = @Now, name = '' where customer_id = @CustomerId and id = @Id", new { s.Now, c.CustomerId, Id });
        await s.Write("delete from case_file_parts where customer_id = @CustomerId and file_id = @Id", new { c.CustomerId, Id });
        return default;
    }
}
