namespace Regard.Customers;

/// <summary>Has all customers gone through for duplicates, in the background.</summary>
public sealed record AskForTwins : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("insert into twin_runs (name, asked_by, asked_at) values ('search', @Person, @Now) on conflict (name) do nothing", new { s.Caller.Person, s.Now });
        return default;
    }
}

/// <summary>Stops the search for duplicates. What the one before found stays.</summary>
public sealed record StopTwins : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<Done> Run(Session s)
    {
        if (await s.Write("update twin_runs set stop_asked_at = @Now", new { s.Now }) == 0) throw new Refused("No search is running.");
        await s.Write("delete from twin_runs where started_at is null");
        return default;
    }
}
