namespace Regard.Organisation;

/// <summary>The language the person who asks reads Regard in.</summary>
public sealed record SetLanguage(Language Language) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => Language.Tag();

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("update people set language_tag = @tag where id = @me", new { me = PersonStore.Me(s), tag = Language.Tag() });
        return default;
    }
}
