namespace Regard.Loyalty;

/// <summary>Takes a segment out of the list. Samples drawn from it stay.</summary>
public sealed record ArchiveSegment(Id<SavedSegment> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await SegmentStore.Segment(s, Id);
        await s.Write("update segments set archived_at = @Now where id = @Id", new { Id, s.Now });
        return default;
    }
}

/// <summary>Puts an archived segment back into the list.</summary>
public sealed record RestoreSegment(Id<SavedSegment> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var saved = await SegmentStore.Segment(s, Id);
        if ((await SegmentStore.InUseAs(s, saved.Name)).Any(other => other != Id)) throw new Refused("There is another segment of the name {0} by now. Rename that one first.", saved.Name);
        await s.Write("update segments set archived_at = null where id = @Id", new { Id });
        return default;
    }
}
