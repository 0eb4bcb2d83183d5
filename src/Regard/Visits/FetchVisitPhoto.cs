using Regard.Cases;
namespace Regard.Visits;

/// <summary>Writes a photo of a visit out, for whoever sees the visit.</summary>
public sealed record FetchVisitPhoto(long Number, Id<VisitPhoto> Id, Stream To) : Question<VisitPhoto>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<VisitPhoto> Run(Session s)
    {
        var visit = await VisitStore.Seen(s, Number, await VisitSight.Of(s));
        var photo = (await VisitPhotos.Of(s, visit.Id)).FirstOrDefault(p => p.Id == Id) ?? throw new NotFound("There is no such file.");
        if (photo.Scan == ScanState.Refused) throw new Refused("The scanner holds this file back.");
        await VisitPhotos.Write(s, Id, To);
        return photo;
    }
}
