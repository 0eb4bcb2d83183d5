namespace Regard.Surveys;

/// <summary>Waves that take answers or did so yesterday.</summary>
public sealed record WavesAnsweredLately : Question<IReadOnlyList<Id<Wave>>>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<IReadOnlyList<Id<Wave>>> Run(Session s) =>
        await s.Many<Id<Wave>>("select id from waves where opened_at is not null and (closed_at is null or closed_at > @since) order by opened_at, id", new { since = s.Now.AddDays(-1) });
}
