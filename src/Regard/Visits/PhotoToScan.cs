namespace Regard.Visits;

/// <summary>A photo that no scanner has looked at yet, written out for one; null when there is none.</summary>
public sealed record PhotoToScan(Stream To) : Question<Id<VisitPhoto>?>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<Id<VisitPhoto>?> Run(Session s)
    {
        var next = await s.Many<Id<VisitPhoto>>("select id from visit_photos where scan = 'Unscanned' order by added_at, id limit 1");
        if (next.Count == 0) return null;
        await VisitPhotos.Write(s, next[0], To);
        return next[0];
    }
}
