using System.Globalization;
using System.Text;
using Regard.Metrics;
using Regard.Organisation;
namespace Regard.Demo;

/// <summary>Units, people and customers of the demo.</summary>
static class DemoPeople
{
    public static async Task Make(Office office, Caller installation, DemoClock clock)
    {
        var founded = await office.Do(new FoundCompany(DemoGroup.Name, DemoGroup.Code, DemoGroup.Administrator, DemoGroup.AdministratorEmail, DemoCompany.Password, Language.SimplifiedChinese), installation);
        var calendar = await office.Do(new SaveCalendar(null, "集团 Group", "Asia/Shanghai", [.. Enumerable.Repeat("09:00-12:00, 13:30-18:00", 5), "", ""], "CN"), installation);
        await office.Do(new SetUnitCalendar(founded.Root, calendar), installation);
        var day = DateOnly.FromDateTime(clock.Now.UtcDateTime);
        var units = new Dictionary<string, Id<Unit>> { [DemoGroup.Code] = founded.Root };
        foreach (var region in DemoGroup.Regions)
        {
            units[region.Code] = await office.Do(new AddUnit(region.Code, region.Name, UnitKind.Region, founded.Root, day), installation);
            foreach (var store in region.Stores)
                units[store.Code] = await office.Do(new AddUnit(store.Code, store.Name, UnitKind.Store, units[region.Code], day), installation);
        }
        foreach (var (code, name, group) in DemoGroup.Competitors) await office.Do(new SetCompetitorGroup(await office.Do(new AddUnit(code, name, UnitKind.Competitor, null, day), installation), group), installation);
        foreach (var (name, email, role, unit) in DemoGroup.Staff)
        {
            var link = await office.Do(new InvitePerson(name, email, role, units[unit]), installation);
            await office.Do(new AcceptInvitation(link.Token, DemoCompany.Password, Language.SimplifiedChinese), installation);
        }
        var signIn = DemoGroup.Staff.Select(p => p.Name).ToHashSet();
        foreach (var (code, manager) in DemoGroup.Regions.SelectMany(r => r.Stores.Select(s => (s.Code, s.Manager)).Prepend((r.Code, r.Manager))).Where(m => !signIn.Contains(m.Item2)))
        {
            var person = await office.Do(new AddPerson(manager, $"{code.ToLowerInvariant()}.manager@example.com", Language.SimplifiedChinese), installation);
            await office.Do(new GrantRole(person, Role.Manager, units[code]), installation);
        }
        await Desks(office, installation, units);
    }

    /// <summary>Two people at the desk of each store; where somebody can be signed in as, that one is the first.</summary>
    static async Task Desks(Office office, Caller installation, Dictionary<string, Id<Unit>> units)
    {
        var chance = new Random(DemoCompany.Seed * 3);
        foreach (var store in DemoGroup.Regions.SelectMany(r => r.Stores))
            for (var i = 1; i <= 2; i++)
            {
                var name = NameOf(chance);
                if (i == 1 && DemoGroup.Staff.Any(p => p.Role == Role.FrontLine && p.Unit == store.Code)) continue;
                var person = await office.Do(new AddPerson(name, $"{store.Code.ToLowerInvariant()}.desk{i}@example.com", Language.SimplifiedChinese), installation);
                await office.Do(new GrantRole(person, Role.FrontLine, units[store.Code]), installation);
            }
    }

    public static async Task<IReadOnlyDictionary<string, Id<Unit>>> Units(Office office, Caller installation, DemoClock clock) =>
        (await office.Do(new ShowTree(DateOnly.FromDateTime(clock.Now.UtcDateTime)), installation)).ToDictionary(row => row.Unit.Code, row => row.Unit.Id);

    /// <summary>Who works where, as they would come to the door.</summary>
    public static async Task<IReadOnlyDictionary<Id<Unit>, DemoTeam>> Teams(Office office, Caller installation, IReadOnlyList<(string Code, Id<Unit> Id)> stores)
    {
        var people = (await office.Do(new ListPeople(), installation)).SelectMany(p => p.Roles.Select(r => (Person: p, Held: r)));
        var callers = people.ToLookup(p => (p.Held.UnitId, p.Held.Role), p => new Caller { Person = p.Person.Id, Name = p.Person.Name, Language = Language.SimplifiedChinese, Origin = "demo", Roles = [new() { Role = p.Held.Role, UnitId = p.Held.UnitId }] });
        var executive = callers.First(c => c.Key.Role == Role.Executive).First();
        return stores.ToDictionary(s => s.Id, s => new DemoTeam([.. callers[(s.Id, Role.FrontLine)]], callers[(s.Id, Role.Manager)].First(), executive));
    }

    public static async Task<IReadOnlyList<(string Code, Id<Unit> Id)>> Stores(Office office, Caller installation, DateOnly day)
    {
        var ids = (await office.Do(new ShowTree(day), installation)).ToDictionary(row => row.Unit.Code, row => row.Unit.Id);
        return [.. DemoGroup.Regions.SelectMany(r => r.Stores).Select(s => (s.Code, ids[s.Code]))];
    }

    static readonly string[] families = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高", "罗"];
    static readonly string[] given = ["伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超", "秀兰", "建华", "志远", "雨桐", "子涵", "浩然", "欣怡", "晓梅"];

    public static string NameOf(Random chance) => families[chance.Next(families.Length)] + given[chance.Next(given.Length)];

    /// <summary>Whom the company knows: persons, and among them fleets. They are invented; the addresses and numbers belong to nobody.</summary>
    public static IReadOnlyList<DemoPerson> List(int stores, DemoTruth truth, int people)
    {
        var chance = new Random(truth.Seed);
        var list = new List<DemoPerson>(people);
        for (var i = 0; i < people; i++)
        {
            var name = NameOf(chance);
            var store = chance.Next(stores);
            var language = chance.NextDouble() < 0.75 ? "zh-Hans" : "en";
            list.Add(new(i + 1, $"C{i + 1:00000}", DemoCustomerModel.Of(i + 1) == DemoCustomerModel.Fleet ? $"{name}物流有限公司" : name, $"c{i + 1:00000}@example.com", $"138{i + 1:00000000}", language, store, chance.NextDouble() < truth.AfterSalesShare(store)));
        }
        return list;
    }

    /// <summary>The sample as the file that a company would upload.</summary>
    public static Stream Contacts(IEnumerable<DemoPerson> people, IReadOnlyList<(string Code, Id<Unit> Id)> stores)
    {
        var text = new StringBuilder("external_id,name,email,phone,language,unit,segment\n");
        foreach (var p in people) text.Append(CultureInfo.InvariantCulture, $"{p.ExternalId},{p.Name},{p.Email},,{p.Language},{stores[p.Store].Code},{(p.AfterSales ? "aftersales" : "sales")}\n");
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

/// <param name="AfterSales">What the customer came for last.</param>
sealed record DemoPerson(int Number, string ExternalId, string Name, string Email, string Phone, string Language, int Store, bool AfterSales);
