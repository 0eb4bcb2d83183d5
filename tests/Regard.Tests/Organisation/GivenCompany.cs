using System.Collections.Concurrent;
using Regard.Organisation;
using Regard.Storage;
using Regard.Tests.Storage;
namespace Regard.Tests.Organisation;

/// <summary>A small company: a group, two regions with two stores each, and one person for each role.</summary>
public sealed record Company
{
    public const string Password = "a long enough secret";

    readonly Id<Unit>[] stores = new Id<Unit>[4];

    public required TestOffice Test { get; init; }
    public required Id<Unit> Group { get; init; }
    public Id<Unit> North { get; private set; }
    public Id<Unit> South { get; private set; }
    /// <summary>1 and 2 stand under North, 3 and 4 under South; their codes are N1, N2, S3, S4.</summary>
    public Id<Unit> Store(int number) => stores[number - 1];

    public required Caller Administrator { get; init; }
    public Caller Executive { get; private set; } = null!;
    public Caller Analyst { get; private set; } = null!;
    public Caller Agency { get; private set; } = null!;
    /// <summary>Manager over North.</summary>
    public Caller RegionalManager { get; private set; } = null!;
    /// <summary>Manager over store 1.</summary>
    public Caller StoreManager { get; private set; } = null!;
    /// <summary>Works in store 1.</summary>
    public Caller FrontLine { get; private set; } = null!;

    /// <summary>The person who holds that role; for managers the one over North.</summary>
    public Caller Holding(Role role) => role switch
    {
        Role.Administrator => Administrator,
        Role.Executive => Executive,
        Role.Manager => RegionalManager,
        Role.Analyst => Analyst,
        Role.FrontLine => FrontLine,
        _ => Agency,
    };

    static readonly ConcurrentDictionary<(Engine, DateTimeOffset, DateOnly), Lazy<Task<(Company, KeptRows)>>> founded = [];

    /// <summary>Founded once for all tests that begin at the same moment, since a password is hashed slowly.</summary>
    public static async Task<Company> In(TestOffice t, DateOnly? since = null)
    {
        var (engine, now, from) = (t.Database.Dialect.Engine, t.Clock.Now, since ?? new DateOnly(2020, 1, 1));
        var (company, rows) = await founded.GetOrAdd((engine, now, from), _ => new(async () =>
        {
            await using var first = await TestOffice.On(engine, $"{now:O}");
            return (await Found(first, from), await KeptRows.Of(first.Database));
        })).Value;
        return await rows.Into(t.Database) ? company with { Test = t } : await Found(t, from);
    }

    static async Task<Company> Found(TestOffice t, DateOnly from)
    {
        var founded = await t.Do(new FoundCompany("Regard Motors", "G", "Ada Ministrator", "administrator@example.com", Password, Language.English));
        var c = new Company
        {
            Test = t, Group = founded.Root,
            Administrator = As(founded.Administrator, "Ada Ministrator", Role.Administrator, founded.Root),
        };
        c.North = await t.Do(new AddUnit("N", "North", UnitKind.Region, c.Group, from));
        c.South = await t.Do(new AddUnit("S", "South", UnitKind.Region, c.Group, from));
        for (var i = 0; i < 4; i++)
            c.stores[i] = await t.Do(new AddUnit($"{(i < 2 ? "N" : "S")}{i + 1}", $"Store {i + 1}", UnitKind.Store, i < 2 ? c.North : c.South, from));
        c.Executive = await c.Person("Eve Executive", Role.Executive, c.Group);
        c.Analyst = await c.Person("Ann Alyst", Role.Analyst, c.Group);
        c.Agency = await c.Person("Ag Ency", Role.Agency, c.Group);
        c.RegionalManager = await c.Person("Reg Manager", Role.Manager, c.North);
        c.StoreManager = await c.Person("Stan Manager", Role.Manager, c.Store(1));
        c.FrontLine = await c.Person("Fran Line", Role.FrontLine, c.Store(1));
        return c;
    }

    /// <summary>One more person with a role over a unit.</summary>
    public async Task<Caller> Person(string name, Role role, Id<Unit> unit)
    {
        var id = await Test.Do(new AddPerson(name, name.Replace(' ', '.').ToLowerInvariant() + "@example.com", Language.English));
        await Test.Do(new GrantRole(id, role, unit));
        return As(id, name, role, unit);
    }

    static Caller As(Id<Person> id, string name, Role role, Id<Unit> unit) => new()
    {
        Person = id, Name = name, Language = Language.English, Origin = "test", Roles = [new RoleHeld { Role = role, UnitId = unit }],
    };
}
