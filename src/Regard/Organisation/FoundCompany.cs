namespace Regard.Organisation;

/// <summary>The first thing done in a new installation: the company's root unit and its administrator.</summary>
public sealed record FoundCompany(string Name, string Code, string AdministratorName, string Email, string Password, Language Language) : Change<Founded>
{
    /// <summary>The one-time token that the server printed; the installation itself needs none.</summary>
    public string? Token { get; init; }

    internal override Permission Needs => Permission.Public;
    internal override string Subject => Code;

    internal override IEnumerable<Problem> Check() =>
    [
        .. Unit.Problems(Code, Name),
        .. Person.Problems(AdministratorName).Select(p => p with { Field = nameof(AdministratorName) }),
        .. Organisation.Email.Problems(Email),
        .. Organisation.Password.Problems(Password, Email),
    ];

    internal override async Task<Founded> Run(Session s)
    {
        await UnitStore.Lock(s);
        if (await PersonStore.Any(s)) throw new Refused("The company has its administrator already. Please sign in, or ask the administrator to invite you.");
        if (!s.Caller.IsInstallation && !await OpeningToken.Fits(s, Token ?? "")) throw new Refused("This token does not fit. Copy the whole link that the server printed when it started.");
        await OpeningToken.Spend(s);

        var root = await UnitStore.Add(s, Code, Name, UnitKind.Group, parent: null, from: Unit.FirstDay);
        var administrator = await PersonStore.Add(s, AdministratorName, Email, Language);
        await PersonStore.SetPassword(s, administrator, Password);
        await PersonStore.Grant(s, administrator, Role.Administrator, root, Unit.FirstDay);
        return new Founded(root, administrator);
    }

    public override string ToString() => nameof(FoundCompany);
}

public sealed record Founded(Id<Unit> Root, Id<Person> Administrator);
