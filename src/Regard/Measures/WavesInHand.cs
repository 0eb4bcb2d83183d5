using Regard.Surveys;
namespace Regard.Measures;

/// <summary>For the clock: waves whose answers are to be folded, and closed ones whose numbers are not frozen yet because something interrupted it.</summary>
public sealed record WavesInHand : Question<WavesToWorkOn>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<WavesToWorkOn> Run(Session s) => new(
        await s.Many<Id<Wave>>("select id from waves where opened_at is not null and closed_at is null order by opened_at"),
        await s.Many<Id<Wave>>("select id from waves where closed_at is not null and frozen_at is null order by closed_at"));
}

public sealed record WavesToWorkOn(IReadOnlyList<Id<Wave>> Open, IReadOnlyList<Id<Wave>> Unfrozen);
