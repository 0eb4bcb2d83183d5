using System.Security.Cryptography;
using Regard.Cases;
namespace Regard.Visits;

static class VisitPhotos
{
    public static IEnumerable<Problem> Problems(IReadOnlyList<SentPhoto>? photos)
    {
        foreach (var photo in photos ?? [])
        {
            var field = $"photo.{photo.ItemKey}";
            if (photo.Content.Length == 0) yield return new(field, "The file is empty.");
            else if (photo.Content.Length > VisitPhoto.Largest) yield return new(field, "A file may have at most {0} MB.", VisitPhoto.Largest >> 20);
            else if (FileSniff.TypeOf(photo.Content)?.StartsWith("image/", StringComparison.Ordinal) != true) yield return new(field, "This is not a photo that can be kept: JPEG, PNG, WebP, GIF or HEIC.");
        }
        if ((photos ?? []).Sum(p => (long)p.Content.Length) > VisitPhoto.LargestTogether) yield return new("", "The photos of one visit may have at most {0} MB together.", VisitPhoto.LargestTogether >> 20);
    }

    public static async Task<Id<VisitPhoto>> Keep(Session s, Id<Visit> visit, SentPhoto photo)
    {
        var type = FileSniff.TypeOf(photo.Content)!;
        var id = Id<VisitPhoto>.New(s.Now);
        await s.Write("""
            insert into visit_photos (id, visit_id, item_key, name, type, size, hash, scan, added_by, added_at)
            values (@id, @visit, @ItemKey, @name, @type, @size, @hash, 'Unscanned', @Person, @Now)
            """, new { id, visit, photo.ItemKey, name = FileSniff.Named(photo.Name, type), type, size = (long)photo.Content.Length, hash = SHA256.HashData(photo.Content.Span), s.Caller.Person, s.Now });
        for (var (number, at) = (0L, 0); at < photo.Content.Length; number++, at += VisitPhoto.PartBytes)
            await s.Write("insert into visit_photo_parts (photo_id, number, bytes) values (@id, @number, @bytes)", new { id, number, bytes = photo.Content.Slice(at, Math.Min(VisitPhoto.PartBytes, photo.Content.Length - at)).ToArray() });
        return id;
    }

    public static async Task<IReadOnlyList<VisitPhoto>> Of(Session s, Id<Visit> visit) =>
        await s.Many<VisitPhoto>("select id, item_key, name, type, size, scan, added_at from visit_photos where visit_id = @visit order by added_at, id", new { visit });

    public static async Task Write(Session s, Id<VisitPhoto> id, Stream to)
    {
        for (var number = 0L; await s.Maybe<byte[]>("select bytes from visit_photo_parts where photo_id = @id and number = @number", new { id, number }) is { } part; number++) await to.WriteAsync(part);
    }
}
