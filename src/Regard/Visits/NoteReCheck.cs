using Regard.Surveys;
using Regard.Work;
namespace Regard.Visits;

/// <summary>Whether what was not done is in order now. What has to be shown when it fails has to be shown when it is mended.</summary>
/// <param name="Found">By the keys of the items; what is left out was not looked at.</param>
public sealed record NoteReCheck(long Number, IReadOnlyList<ReCheckFound> Found) : Change<Done>
{
    public IReadOnlyList<SentPhoto> Photos { get; init; } = [];

    internal override Permission Needs => Permission.SeeVisits;
    internal override string Subject => $"{Number}";

    internal override IEnumerable<Problem> Check()
    {
        if (Found is not { Count: > 0 }) yield return new("", "Say of at least one item whether it is in order now.");
        if ((Found ?? []).Any(f => (f.Words ?? "").Length > ReCheck.LongestWords)) yield return new("", "At most {0} characters.", ReCheck.LongestWords);
        foreach (var problem in VisitPhotos.Problems(Photos)) yield return problem;
    }

    internal override async Task<Done> Run(Session s)
    {
        // One after the other, so that each has a number of its own.
        await s.NextNumber("recheck");
        var whole = await new ShowVisit(Number).Run(s);
        if (whole.ToReCheck.Count == 0) throw new Refused("Nothing of this visit is left to look at again.");
        if (!whole.MayReCheck) throw new NotFound(VisitStore.Missing);
        foreach (var found in Found)
        {
            if (!whole.ToReCheck.Contains(found.ItemKey)) throw new Invalid($"passed.{found.ItemKey}", "This item is not to be looked at again.");
            if (found.Passed && whole.Form.Find(found.ItemKey) is CheckItem { PhotoWhenFailed: true } && Photos.All(p => p.ItemKey != found.ItemKey)) throw new Invalid($"photo.{found.ItemKey}", "Show by a photo that it is in order now.");
        }
        var number = whole.ReChecks.Select(c => c.Number).DefaultIfEmpty().Max() + 1;
        foreach (var found in Found.DistinctBy(f => f.ItemKey))
        {
            Id<VisitPhoto>? photo = Photos.FirstOrDefault(p => p.ItemKey == found.ItemKey) is { } sent ? await VisitPhotos.Keep(s, whole.Visit.Id, sent) : null;
            await s.Write("""
                insert into visit_rechecks (visit_id, number, item_key, passed, words, photo_id, checked_by, checked_at)
                values (@visit, @number, @ItemKey, @Passed, @words, @photo, @Person, @Now)
                """, new { visit = whole.Visit.Id, number, found.ItemKey, found.Passed, words = (found.Words ?? "").Trim(), photo, s.Caller.Person, s.Now });
        }
        if (whole.ToReCheck.All(key => Found.Any(f => f.ItemKey == key && f.Passed))) await new SettleWorkItem(WorkKind.ReCheck, whole.Visit.Id.Value).Run(s);
        return default;
    }
}

public sealed record ReCheckFound(string ItemKey, bool Passed, string? Words = null);
