namespace Regard.Organisation;

/// <summary>A new one-time token for the first visitor; the one before no longer works.</summary>
public sealed record MakeOpeningToken : Change<string>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<string> Run(Session s)
    {
        if (await PersonStore.Any(s)) throw new Refused("The company has its administrator already.");
        return await OpeningToken.Make(s);
    }
}
