namespace Regard.Surveys;

/// <summary>For the clock: waves whose first day has come, and waves whose last day is over.</summary>
public sealed record WavesDue : Question<DueWaves>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<DueWaves> Run(Session s) => new()
    {
        ToOpen = await s.Many<Id<Wave>>("select id from waves where opened_at is null and opens_on <= @Today and closes_on >= @Today order by opens_on, number", new { s.Today }),
        ToClose = await s.Many<Id<Wave>>("select id from waves where opened_at is not null and closed_at is null and closes_on < @Today order by closes_on, number", new { s.Today }),
    };
}

public sealed record DueWaves
{
    public required IReadOnlyList<Id<Wave>> ToOpen { get; init; }
    public required IReadOnlyList<Id<Wave>> ToClose { get; init; }
}
