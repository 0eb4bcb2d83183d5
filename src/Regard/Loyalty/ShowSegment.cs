using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>A saved segment, and who its customers in a unit are.</summary>
public sealed record ShowSegment(Id<SavedSegment> Id, Id<Unit>? UnitId = null) : Question<SegmentView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<SegmentView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var segment = await SegmentStore.Segment(s, Id);
        return new(place, segment, await SegmentFigures.Of(s, place.Unit.Id, segment.Document), segment.Document.Rule?.UnitId is { } unit ? (await UnitStore.Tree(s, s.Today)).Find(unit)?.Name : null);
    }
}

/// <param name="UnitName">Of the unit that the rule names.</param>
public sealed record SegmentView(LoyaltyPlace Place, SavedSegment Segment, SegmentFigures Figures, string? UnitName);

/// <summary>Who would belong to a segment that is still being written.</summary>
public sealed record PreviewSegment(SegmentDocument Document, Id<Unit>? UnitId = null) : Question<SegmentFigures>
{
    internal override Permission Needs => Permission.SeeCustomers;
    internal override IEnumerable<Problem> Check() => Document.Problems();

    internal override async Task<SegmentFigures> Run(Session s) => await SegmentFigures.Of(s, (await LoyaltyPlace.Of(s, UnitId)).Unit.Id, Document);
}

/// <summary>What a rule can choose from.</summary>
public sealed record ShowSegmentChoices : Question<SegmentChoices>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<SegmentChoices> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, null);
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Permission.SeeCustomers);
        return new(place, await s.Many<string>("select distinct segment from standings where segment <> '' order by segment"), [.. tree.All.Where(u => care.Contains(u.Id)).Select(u => new UnitChoice(u.Id, u.Name, tree.PathTo(u.Id).Count))]);
    }
}

/// <param name="Units">In care, each below the one it belongs to, with its depth.</param>
public sealed record SegmentChoices(LoyaltyPlace Place, IReadOnlyList<string> Segments, IReadOnlyList<UnitChoice> Units);

public sealed record UnitChoice(Id<Unit> Id, string Name, int Depth);
