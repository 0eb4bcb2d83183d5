using Regard.Organisation;
namespace Regard.Cases;

public sealed record RemoveCaseView(Id<CaseView> Id) : Change<bool>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => Id.ToString();

    internal override async Task<bool> Run(Session s) => await s.Write("delete from case_views where id = @Id and person_id = @me", new { Id, me = PersonStore.Me(s) }) > 0;
}
