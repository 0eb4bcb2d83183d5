namespace Regard.Organisation;

/// <summary>A key that protects forms against forgery; all web nodes share them through the database.</summary>
public sealed record SignInKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

public sealed record ListSignInKeys : Question<List<SignInKey>>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override Task<List<SignInKey>> Run(Session s) => s.Many<SignInKey>("select name, xml from sign_in_keys order by created_at");
}

public sealed record KeepSignInKey(string Name, string Xml) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override string? Subject => Name;

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("insert into sign_in_keys (name, xml, created_at) values (@Name, @Xml, @Now)", new { Name, Xml, s.Now });
        return default;
    }
}
