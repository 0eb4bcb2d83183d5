using Regard.Benchmarks.Databases;
using Regard.Organisation;
namespace Regard.Benchmarks.Cases;

/// <summary>Twenty regions of twenty stores, each store with a manager and a clerk.</summary>
sealed class CaseCompany
{
    public const string Email = "administrator@example.com", Password = "benchmark sign-in";
    const int Regions = 20, StoresEach = 20;

    public required Store Store { get; init; }
    /// <summary>Sees the whole company.</summary>
    public required Caller Executive { get; init; }
    public List<Id<Unit>> Stores { get; } = [];
    public List<Caller> Managers { get; } = [];
    public List<Caller> Clerks { get; } = [];

    public static async Task<CaseCompany> In(Store store)
    {
        var founded = await store.Do(new FoundCompany("Group", "G", "Administrator", Email, Password, Language.English));
        await store.Do(new GrantRole(founded.Administrator, Role.Executive, founded.Root));
        var company = new CaseCompany { Store = store, Executive = As(founded.Administrator, "Administrator", Role.Executive, founded.Root) };
        for (var r = 0; r < Regions; r++)
        {
            var region = await store.Do(new AddUnit($"R{r}", $"Region {r}", UnitKind.Region, founded.Root, new(2020, 1, 1)));
            for (var i = 0; i < StoresEach; i++)
            {
                var unit = await store.Do(new AddUnit($"R{r}S{i}", $"Store {r}-{i}", UnitKind.Store, region, new(2020, 1, 1)));
                company.Stores.Add(unit);
                company.Managers.Add(await company.Person($"manager{r}-{i}", Role.Manager, unit));
                company.Clerks.Add(await company.Person($"clerk{r}-{i}", Role.FrontLine, unit));
            }
        }
        return company;
    }

    /// <summary>The executive's sign-in as the cookie holds it.</summary>
    public async Task<string> SignIn() => (await Organisation.SignIn.With(Store.Office, Email, Password, "benchmark", Caller.Anyone(Language.English))).Token!;

    async Task<Caller> Person(string name, Role role, Id<Unit> unit)
    {
        var id = await Store.Do(new AddPerson(name, $"{name}@example.com", Language.English));
        await Store.Do(new GrantRole(id, role, unit));
        return As(id, name, role, unit);
    }

    static Caller As(Id<Person> id, string name, Role role, Id<Unit> unit) => new() { Person = id, Name = name, Origin = "benchmark", Roles = [new RoleHeld { Role = role, UnitId = unit }] };
}
