namespace Regard;

/// <summary>Asks to be the one node that does timed work for a while. True for the holder, who may renew; false for the others.</summary>
public sealed record TakeLease(string Name, string Holder, TimeSpan For) : Change<bool>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<bool> Run(Session s) => await s.Write("""
        insert into leases (name, holder, until) values (@Name, @Holder, @until)
        on conflict (name) do update set holder = @Holder, until = @until
        where leases.holder = @Holder or leases.until <= @Now
        """, new { Name, Holder, until = s.Now + For, s.Now }) > 0;
}
