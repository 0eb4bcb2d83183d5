namespace Regard.Cases;

/// <summary>A file that no scanner has looked at yet, written out for one; null when there is none.</summary>
public sealed record FileToScan(Stream To) : Question<UnscannedFile?>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<UnscannedFile?> Run(Session s)
    {
        var next = (await s.Many<Row>("""
            select n.number, f.id from case_files f join case_numbers n on n.case_id = f.case_id where f.scan = 'Unscanned' and f.removed_at is null order by f.added_at, f.id limit 1
            """)).FirstOrDefault();
        if (next is null) return null;
        await CaseFiles.Write(s, await CaseStore.ByNumber(s, next.Number), next.Id, To);
        return new(next.Number, next.Id);
    }

    sealed record Row
    {
        public required long Number { get; init; }
        public required Id<CaseFile> Id { get; init; }
    }
}

public sealed record UnscannedFile(long Number, Id<CaseFile> Id);
