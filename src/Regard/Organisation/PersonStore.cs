namespace Regard.Organisation;

static class PersonStore
{
    public static async Task<bool> Any(Session s) => await s.Value<long>("select count(*) from people") > 0;

    public static Task<Person> Find(Session s, Id<Person> id) => s.One<Person>(
        "select id, name, email, language_tag, left_at from people where id = @id", new { id }, Words.Of("There is no such person."));

    public static Task<Person?> ByEmail(Session s, string email) => s.Maybe<Person>(
        "select id, name, email, language_tag, left_at from people where email = @email", new { email = Email.Plain(email) });

    public static async Task<Id<Person>> Add(Session s, string name, string email, Language language)
    {
        var id = Id<Person>.New(s.Now);
        await s.Write("insert into people (id, name, email, language_tag, created_at) values (@id, @name, @email, @tag, @Now)",
            new { id, name = name.Trim(), email = Email.Plain(email), tag = language.Tag(), s.Now });
        return id;
    }

    /// <summary>The person who asks. The installation itself has no password, no tokens and no language of its own.</summary>
    public static Id<Person> Me(Session s) => s.Caller.Person ?? throw new Refused("Only a person who is signed in can do this.");

    public static Task SetPassword(Session s, Id<Person> person, string password) => s.Write("""
        insert into passwords (person_id, hash, set_at) values (@person, @hash, @Now)
        on conflict (person_id) do update set hash = @hash, set_at = @Now
        """, new { person, hash = Password.Hash(password), s.Now });

    public static Task<string?> PasswordOf(Session s, Id<Person> person) => s.Maybe<string>("select hash from passwords where person_id = @person", new { person });

    public static Task Grant(Session s, Id<Person> person, Role role, Id<Unit> unit, DateOnly from) => s.Write("""
        insert into roles_held (person_id, role, unit_id, from_day, granted_by) values (@person, @role, @unit, @from, @by)
        on conflict (person_id, role, unit_id, from_day) do update set until_day = null, granted_by = @by
        """, new { person, role = role.ToString(), unit, from, by = s.Caller.Person });

    /// <summary>Roles end one after another, so that two administrators cannot take each other's away at once.</summary>
    public static Task LockRoles(Session s) => s.NextNumber("roles");

    /// <summary>Ends the roles held now or to come; all of them, or one over one unit. Returns how many.</summary>
    public static Task<int> EndRoles(Session s, Id<Person> person, Role? role = null, Id<Unit>? unit = null) => s.Write($"""
        update roles_held set until_day = case when from_day > @Today then from_day else @Today end
        where person_id = @person and (until_day is null or until_day > @Today) {(role is null ? "" : "and role = @role and unit_id = @unit")}
        """, new { person, role = role?.ToString(), unit, s.Today });

    public static async Task MustKeepAdministrator(Session s)
    {
        var left = await s.Value<long>("""
            select count(*) from roles_held h
            join unit_places u on u.unit_id = h.unit_id and u.parent_id is null
            join people p on p.id = h.person_id and p.left_at is null
            where h.role = 'Administrator' and h.from_day <= @Today and (h.until_day is null or h.until_day > @Today)
            """, new { s.Today });
        if (left == 0) throw new Refused("This is the last administrator of the whole company. Make somebody else administrator first.");
    }

    /// <summary>The person, if all their roles are in the caller's care; who has none belongs to the whole company.</summary>
    public static async Task<Person> InCare(Session s, Id<Person> id, Permission permission)
    {
        var person = await Find(s, id);
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, permission);
        var units = (await s.Many<RoleHeld>("select role, unit_id from roles_held where person_id = @id and (until_day is null or until_day > @Today)", new { id, s.Today })).ConvertAll(r => r.UnitId);
        if (units.Count == 0) units = [.. tree.Roots.Select(r => r.Id)];
        if (!units.Any(care.Contains)) throw new NotFound("There is no such person.");
        return units.All(care.Contains) ? person : throw new Refused(Words.Of("{0} also holds roles outside the units in your care.", person.Name), forbidden: true);
    }

    /// <summary>The person as a caller, with the roles held today.</summary>
    public static async Task<Caller> AsCaller(Session s, Person person) => new()
    {
        Person = person.Id, Name = person.Name, Language = person.Language, Origin = s.Caller.Origin,
        Roles = await s.Many<RoleHeld>("""
            select role, unit_id from roles_held
            where person_id = @Id and from_day <= @Today and (until_day is null or until_day > @Today)
            order by role, unit_id
            """, new { person.Id, s.Today }),
    };
}
