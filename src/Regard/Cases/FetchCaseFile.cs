namespace Regard.Cases;

/// <summary>Writes a file of a case out, for whoever may read the case in full.</summary>
public sealed record FetchCaseFile(long Number, Id<CaseFile> Id, Stream To) : Question<CaseFile>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<CaseFile> Run(Session s)
    {
        var (c, sight) = (await CaseStore.Seen(s, Number), await CaseSight.Of(s));
        var reads = sight.SeesNames(c) || (!sight.Sees(c) && s.Caller.May(Permission.SeePersonalData));
        if (!reads) throw CaseStore.Beyond;
        var file = await CaseFiles.Find(s, c, Id);
        if (file.Scan == ScanState.Refused) throw new Refused("The scanner holds this file back.");
        await CaseFiles.Write(s, c, Id, To);
        return file;
    }
}
