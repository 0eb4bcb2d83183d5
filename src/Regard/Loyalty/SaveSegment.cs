namespace Regard.Loyalty;

/// <summary>Saves a segment under a name; a new one without an id.</summary>
/// <param name="Revision">What was edited; null overwrites whatever there is.</param>
public sealed record SaveSegment(string Name, SegmentDocument Document, Id<SavedSegment>? Id = null, long? Revision = null) : Change<Id<SavedSegment>>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => $"{Id} {Name}".Trim();

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new("Name", "Give the segment a name.");
        if (Name?.Length > SavedSegment.LongestName) yield return new("Name", "At most {0} characters.", SavedSegment.LongestName);
        foreach (var problem in Document.Problems()) yield return problem;
    }

    internal override async Task<Id<SavedSegment>> Run(Session s)
    {
        var (name, kind, document) = (Name.Trim(), Document.Kind.ToString(), Document.Write());
        if ((await SegmentStore.InUseAs(s, name)).Any(other => other != Id)) throw new Invalid("Name", "There is a segment of this name already.");
        if (Id is not { } id)
        {
            var made = Id<SavedSegment>.New(s.Now);
            await s.Write("insert into segments (id, number, name, kind, document, revision, made_by, made_at, saved_by, saved_at) values (@made, @number, @name, @kind, @document, 1, @Person, @Now, @Person, @Now)",
                new { made, number = await s.NextNumber("segments"), name, kind, document, s.Caller.Person, s.Now });
            return made;
        }
        var saved = await SegmentStore.Segment(s, id);
        if (Revision is { } revision && revision != saved.Revision) throw Stale.SavedMeanwhile(saved.SavedBy, saved.SavedAt);
        await s.Write("update segments set name = @name, kind = @kind, document = @document, revision = revision + 1, saved_by = @Person, saved_at = @Now where id = @id", new { id, name, kind, document, s.Caller.Person, s.Now });
        return id;
    }
}
