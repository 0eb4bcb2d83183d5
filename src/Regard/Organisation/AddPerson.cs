namespace Regard.Organisation;

/// <summary>Somebody who can be given roles and work before they first sign in; an invitation lets them in.</summary>
public sealed record AddPerson(string Name, string Email, Language Language) : Change<Id<Person>>
{
    internal override Permission Needs => Permission.InvitePeople;
    internal override string Subject => Organisation.Email.Plain(Email);
    internal override IEnumerable<Problem> Check() => [.. Person.Problems(Name), .. Organisation.Email.Problems(Email)];

    internal override async Task<Id<Person>> Run(Session s)
    {
        if (await PersonStore.ByEmail(s, Email) is not null) throw new Invalid(nameof(Email), "Somebody has this e-mail address here already.");
        return await PersonStore.Add(s, Name, Email, Language);
    }
}
