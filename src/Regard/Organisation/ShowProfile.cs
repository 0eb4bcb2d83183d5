namespace Regard.Organisation;

/// <summary>The person who asks, as kept here.</summary>
public sealed record ShowProfile : Question<Person>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override Task<Person> Run(Session s) => PersonStore.Find(s, PersonStore.Me(s));
}
