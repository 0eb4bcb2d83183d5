using Regard.Cases;
namespace Regard.Visits;

/// <summary>What a scanner found: a photo that is not clean is not handed out any more.</summary>
public sealed record NotePhotoScan(Id<VisitPhoto> Id, bool IsClean) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override string Subject => $"{Id} {(IsClean ? "clean" : "refused")}";

    internal override async Task<Done> Run(Session s)
    {
        var changed = await s.Write("update visit_photos set scan = @scan where id = @Id", new { scan = (IsClean ? ScanState.Clean : ScanState.Refused).ToString(), Id });
        return changed == 1 ? default(Done) : throw new NotFound("There is no such file.");
    }
}
