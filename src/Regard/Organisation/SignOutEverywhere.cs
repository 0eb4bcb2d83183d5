namespace Regard.Organisation;

/// <summary>Ends all sign-ins of the person who asks, on every device, this one too.</summary>
public sealed record SignOutEverywhere : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("delete from sign_ins where person_id = @me", new { me = PersonStore.Me(s) });
        return default;
    }
}
