namespace Regard.Surveys;

/// <summary>Waves that take customers' answers or did so yesterday.</summary>
public sealed record WavesAnsweredLately : Question<IReadOnlyList<Id<Wave>>>
{
    internal override Permission Needs => Permission.RunWaves;

    internal override async Task<IReadOnlyList<Id<Wave>>> Run(Session s) =>
        await s.Many<Id<Wave>>("""
            select w.id from waves w join programmes p on p.id = w.programme_id
            where p.audience = 'Customer' and w.opened_at is not null and (w.closed_at is null or w.closed_at > @since) order by w.opened_at, w.id
            """, new { since = s.Now.AddDays(-1) });
}
