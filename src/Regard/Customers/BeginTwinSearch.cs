namespace Regard.Customers;

/// <summary>Whether to look for duplicates now: somebody asked; or it is night, and customers came in since the last time. Says who asked.</summary>
sealed record BeginTwinSearch(TimeOnly NightBegins) : Change<TwinSearchBegun?>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<TwinSearchBegun?> Run(Session s)
    {
        var asked = (await s.Many<Asked>("select asked_by from twin_runs")).FirstOrDefault();
        if (asked is null && !await IsDue(s)) return null;
        await s.Write("""
            insert into twin_runs (name, asked_at, started_at) values ('search', @Now, @Now)
            on conflict (name) do update set started_at = @Now, read = 0, total = 0
            """, new { s.Now });
        return new(asked?.AskedBy);
    }

    async Task<bool> IsDue(Session s)
    {
        if (TimeOnly.FromDateTime(s.Now.UtcDateTime) < NightBegins) return false;
        var last = (await s.Many<Searched>("select started_at from twin_searches order by started_at desc limit 1")).FirstOrDefault()?.StartedAt;
        if (last is { } at && DateOnly.FromDateTime(at.UtcDateTime) >= s.Today) return false;
        return await s.Value<long>($"select count(*) from (select 1 as x from customers {(last is null ? "" : "where created_at > @last")} limit 1) newer", new { last }) > 0;
    }

    sealed record Asked
    {
        public Id<Organisation.Person>? AskedBy { get; init; }
    }

    sealed record Searched
    {
        public required DateTimeOffset StartedAt { get; init; }
    }
}

/// <param name="AskedBy">Null for the clock.</param>
sealed record TwinSearchBegun(Id<Organisation.Person>? AskedBy);

/// <summary>Notes how far the search has come. False when somebody wants it to stop.</summary>
sealed record NoteTwinProgress(long Read, long Total) : Change<bool>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override bool Audited => false;

    internal override async Task<bool> Run(Session s)
    {
        await s.Write("update twin_runs set read = @Read, total = @Total", new { Read, Total });
        return await s.Value<long>("select count(*) from twin_runs where stop_asked_at is not null") == 0;
    }
}

/// <summary>Nothing runs any more.</summary>
sealed record EndTwinSearch : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override bool Audited => false;

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("delete from twin_runs");
        return default;
    }
}
