namespace Regard.Cases;

/// <summary>What a scanner found: a file that is not clean is not handed out any more.</summary>
public sealed record NoteScan(long Number, Id<CaseFile> Id, bool IsClean) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override string Subject => $"{Number} {Id} {(IsClean ? "clean" : "refused")}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Hold(s, Number);
        await CaseFiles.Find(s, c, Id);
        await s.Write("update case_files set scan = @scan where customer_id = @CustomerId and id = @Id", new { scan = (IsClean ? ScanState.Clean : ScanState.Refused).ToString(), c.CustomerId, Id });
        return default;
    }
}
