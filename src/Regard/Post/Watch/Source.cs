namespace Regard.Post.Watch;

/// <summary>A way in that is no channel of its own: programs or people call us.</summary>
public sealed record Source
{
    /// <summary>The telephone system's webhook, and the public complaint page.</summary>
    public const string Hotline = "hotline", ComplaintPage = "complaint-page";

    public static IReadOnlyList<string> All { get; } = [Hotline, ComplaintPage];

    public required string Name { get; init; }
    public DateTimeOffset? LastAt { get; init; }
    /// <summary>Hours without anything after which it is said to have fallen silent; null for never.</summary>
    public long? GapHours { get; init; }
    /// <summary>When the gap was set: silence counts from then.</summary>
    public DateTimeOffset? SetAt { get; init; }
    public Alarm? Alarm { get; init; }

    public Words Said => Words.Of(Name == Hotline ? "Hotline" : "Complaint page");
}

public sealed record ListSources : Question<IReadOnlyList<Source>>
{
    internal override Permission Needs => Permission.EditChannels;

    internal override async Task<IReadOnlyList<Source>> Run(Session s)
    {
        var kept = (await s.Many<Source>("select name, last_at, gap_hours, set_at from sources")).ToDictionary(r => r.Name);
        var alarms = (await s.Many<Alarm>($"{Alarm.Select} where ended_at is null")).ToDictionary(a => a.Source);
        return [.. Source.All.Select(n => (kept.GetValueOrDefault(n) ?? new() { Name = n }) with { Alarm = alarms.GetValueOrDefault(n) })];
    }
}

/// <summary>After how many hours of silence an alarm is raised; null for never.</summary>
public sealed record SetSourceGap(string Name, int? Hours) : Change<Done>
{
    internal override Permission Needs => Permission.EditChannels;
    internal override string Subject => $"{Name} {Hours}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Source.All.Contains(Name)) yield return new("Name", "There is no such channel.");
        if (Hours is < 1 or > 24 * 90) yield return new("Hours", "From 1 hour to 90 days.");
    }

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("insert into sources (name, gap_hours, set_at) values (@Name, @hours, @Now) on conflict (name) do update set gap_hours = @hours, set_at = @Now", new { Name, hours = (long?)Hours, s.Now });
        return default;
    }
}

/// <summary>Notes that something came by a source. For other areas, within their own changes.</summary>
sealed record NoteHeard(string Name) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s)
    {
        // At most once a minute, so that nobody waits for a row that everybody writes.
        if (await s.Value<long>("select count(*) from sources where name = @Name and last_at > @lately", new { Name, lately = s.Now - TimeSpan.FromMinutes(1) }) == 0)
            await s.Write("insert into sources (name, last_at) values (@Name, @Now) on conflict (name) do update set last_at = @Now", new { Name, s.Now });
        return default;
    }
}
