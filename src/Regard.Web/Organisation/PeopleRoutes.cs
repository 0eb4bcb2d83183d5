using Microsoft.AspNetCore.Mvc;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Organisation;

static class PeopleRoutes
{
    public static void MapPeople(this WebApplication app)
    {
        var pages = app.MapGroup("/people").ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/invite", (Office office, Caller me) => InviteForm(new(), [], null, office, me));
        pages.MapPost("/invite", Invite);
        pages.MapPost("/invitations/{id}/withdraw", async (Id<JoiningLink> id, Office office, Caller me) => { await office.Do(new WithdrawInvitation(id), me); return TypedResults.LocalRedirect("/people"); });
        pages.MapGet("/{id}", (Id<Person> id, Office office, Caller me, TimeProvider clock) => Show(id, new(), [], office, me, clock));
        pages.MapPost("/{id}/roles", Grant);
        pages.MapPost("/{id}/end-role", (Id<Person> id, [FromForm] Role role, [FromForm] Id<Unit> unitId, Office office, Caller me, TimeProvider clock) => Change(id, new(), () => office.Do(new EndRole(id, role, unitId), me), office, me, clock));
        pages.MapPost("/{id}/leave", (Id<Person> id, Office office, Caller me, TimeProvider clock) => Change(id, new(), () => office.Do(new PersonLeaves(id), me), office, me, clock));

        var api = app.MapGroup("/api/people").WithTags("People");
        api.MapGet("", (Office office, Caller me) => office.Do(new ListPeople(), me));
        api.MapPost("", (AddPerson asked, Office office, Caller me) => office.Do(asked, me));
        api.MapPost("/{id}/roles", (Id<Person> id, NewRole sent, Office office, Caller me) => office.Do(new GrantRole(id, sent.Role, sent.UnitId, sent.FromDay), me));
        api.MapDelete("/{id}/roles/{role}/{unitId}", (Id<Person> id, Role role, Id<Unit> unitId, Office office, Caller me) => office.Do(new EndRole(id, role, unitId), me));
        api.MapPost("/{id}/leaving", (Id<Person> id, Office office, Caller me) => office.Do(new PersonLeaves(id), me));
        api.MapGet("/invitations", (Office office, Caller me) => office.Do(new ListInvitations(), me));
        api.MapPost("/invitations", (InvitePerson asked, Office office, Caller me) => office.Do(asked, me));
        api.MapDelete("/invitations/{id}", (Id<JoiningLink> id, Office office, Caller me) => office.Do(new WithdrawInvitation(id), me));
    }

    sealed record NewRole(Role Role, Id<Unit> UnitId, DateOnly? FromDay);

    static async Task<IResult> List(string? q, Office office, Caller me, TimeProvider clock)
    {
        var sought = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var people = (await office.Do(new ListPeople(), me)).Where(p => sought is null || Fits(p, sought)).ToList();
        var invitations = me.May(Permission.InvitePeople) ? await office.Do(new ListInvitations(), me) : [];
        return Forms.Page<PeoplePage>(new { People = people, Invitations = invitations, Today = clock.Day(), Sought = sought });
    }

    static bool Fits(PersonRow p, string sought) =>
        ((IEnumerable<string>)[p.Name, p.Email, .. p.Roles.Select(r => r.UnitName), .. p.Roles.Select(r => r.UnitCode)]).Any(t => t.Contains(sought, StringComparison.OrdinalIgnoreCase));

    static Task<IResult> Invite([FromForm] string? name, [FromForm] string? email, [FromForm] string? role, [FromForm] string? unitId, HttpRequest request, Office office, Caller me)
    {
        var typed = new PersonForm { Name = name, Email = email, Role = RoleOf(role), UnitId = Unit(unitId) };
        return Forms.Try(
            async () =>
            {
                var made = await office.Do(new InvitePerson(name ?? "", email ?? "", typed.Role, typed.UnitId ?? throw new Invalid("UnitId", "Choose a unit.")), me);
                return await InviteForm(typed, [], $"{request.Scheme}://{request.Host}/join/{made.Token}", office, me);
            },
            found => InviteForm(typed, found, null, office, me));
    }

    static async Task<IResult> InviteForm(PersonForm typed, IReadOnlyList<Problem> found, string? link, Office office, Caller me)
    {
        if (!me.May(Permission.InvitePeople)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
        return Forms.Page<InvitePage>(new { Rows = await office.Do(new ShowTree(), me), Typed = typed, Link = link, Found = found }, found);
    }

    static Task<IResult> Grant(Id<Person> id, [FromForm] string? role, [FromForm] string? unitId, [FromForm] string? fromDay, Office office, Caller me, TimeProvider clock)
    {
        var typed = new PersonForm { Role = RoleOf(role), UnitId = Unit(unitId), FromDay = fromDay };
        return Change(id, typed, () => office.Do(new GrantRole(id, typed.Role, typed.UnitId ?? throw new Invalid("UnitId", "Choose a unit."), Forms.Day(fromDay)), me), office, me, clock);
    }

    static Task<IResult> Change(Id<Person> id, PersonForm typed, Func<Task> change, Office office, Caller me, TimeProvider clock) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect($"/people/{id}"); },
        found => Show(id, typed, found, office, me, clock));

    static async Task<IResult> Show(Id<Person> id, PersonForm typed, IReadOnlyList<Problem> found, Office office, Caller me, TimeProvider clock)
    {
        var person = (await office.Do(new ListPeople(), me)).FirstOrDefault(p => p.Id == id) ?? throw new NotFound("There is no such person.");
        return Forms.Page<PersonPage>(new { Person = person, Rows = await office.Do(new ShowTree(), me), Today = clock.Day(), Typed = typed, Found = found }, found);
    }

    static Role RoleOf(string? sent) => Enum.TryParse<Role>(sent, out var role) && Enum.IsDefined(role) ? role : Role.FrontLine;
    static Id<Unit>? Unit(string? sent) => Id<Unit>.TryParse(sent, null, out var id) ? id : null;
}
