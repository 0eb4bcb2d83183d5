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

    public static Task SetPassword(Session s, Id<Person> person, string password) => s.Write("""
        insert into passwords (person_id, hash, set_at) values (@person, @hash, @Now)
        on conflict (person_id) do update set hash = @hash, set_at = @Now
        """, new { person, hash = Password.Hash(password), s.Now });

    public static Task Grant(Session s, Id<Person> person, Role role, Id<Unit> unit, DateOnly from) => s.Write("""
        insert into roles_held (person_id, role, unit_id, from_day, granted_by) values (@person, @role, @unit, @from, @by)
        on conflict (person_id, role, unit_id, from_day) do update set until_day = null, granted_by = @by
        """, new { person, role = role.ToString(), unit, from, by = s.Caller.Person });

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
