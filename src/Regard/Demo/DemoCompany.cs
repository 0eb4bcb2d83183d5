using System.Text;
using Regard.Customers;
using Regard.Customers.Intake;
using Regard.Improvement;
using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>Makes the fictional dealer group, wave by wave, through the same door as everybody: each wave is asked, closed, frozen and judged, and plans are started between waves.</summary>
public sealed class DemoCompany(Database database, DateTimeOffset now)
{
    public const int Waves = 6, UsualResponses = 15_000, Customers = 6_000, Buyers = 6_000, Seed = 2026;
    /// <summary>The last waves, in which managers and employees were asked too.</summary>
    public const int MirroredWaves = 2;
    const double AnsweredSoFar = 0.03;
    public const string Password = "demo sign-in 2026";

    readonly DemoClock clock = new(now);
    readonly Caller installation = Caller.Installation("demo");
    Office office = null!;

    /// <summary>The truth that the answers were drawn from, with what the plans changed.</summary>
    public DemoTruth Truth { get; private set; } = null!;
    /// <summary>The stores in the order of the truth's store numbers.</summary>
    public IReadOnlyList<(string Code, Id<Unit> Id)> Stores { get; private set; } = [];
    public List<Id<Wave>> WaveIds { get; } = [];
    /// <summary>The customers with what is true of them.</summary>
    public DemoCustomers Buying { get; private set; } = null!;

    IReadOnlyList<DemoPerson> people = [];
    DemoCases cases = null!;
    DemoVisits visits = null!;
    DemoStudies studies = null!;
    readonly Dictionary<Audience, (Id<FormVersion> Form, Id<Programme> Programme)> mirrors = [];
    DateOnly lived;
    /// <summary>Recommend the company and agreed to be called, by their external id.</summary>
    readonly Dictionary<string, Id<Customers.Customer>> promoters = [];

    public static IEnumerable<(string Who, string Email)> SignIns =>
        DemoGroup.Staff.Select(p => (p.Name, p.Email)).Append((DemoGroup.Administrator, DemoGroup.AdministratorEmail));

    /// <param name="responses">In all waves together.</param>
    /// <param name="says">Hears how far it has come, for people who wait.</param>
    /// <param name="customers">In the sample of the wave that is open now.</param>
    /// <param name="buyers">Customers whose purchases are told; the first of the sample.</param>
    public async Task Make(int responses = UsualResponses, Action<string>? says = null, int customers = Customers, int buyers = Buyers)
    {
        office = new Office(database, clock);
        clock.Now = Opening(0).AddDays(-40);
        says?.Invoke("the company and its people");
        await DemoPeople.Make(office, installation, clock);
        Stores = await DemoPeople.Stores(office, installation, DateOnly.FromDateTime(clock.Now.UtcDateTime));
        var teams = await DemoPeople.Teams(office, installation, Stores);
        await DemoCases.Rules(office, installation, await DemoPeople.Units(office, installation, clock), teams.Values.First().Executive);
        var (form, tree, programme) = await Instruments();
        people = DemoPeople.List(Stores.Count, Truth, Math.Max(customers, buyers));
        Buying = new(people, [.. Stores.Select(s => s.Code)], buyers, Seed, Day(Opening(0).AddYears(-1)), Day(now));
        cases = new(office, clock, Stores, teams, Seed);
        visits = await DemoVisits.Open(office, installation, clock, Stores, teams);
        studies = await DemoStudies.Open(office, clock, installation, tree, Stores);
        for (var wave = 0; wave < Waves; wave++)
        {
            says?.Invoke($"wave {wave + 1} of {Waves}");
            await Run(wave, form, tree, programme, responses / Waves + (wave < responses % Waves ? 1 : 0));
        }
        says?.Invoke("the sample of the wave that is open now");
        await Live(now, last: true);
        await DemoLedger.Bring(office, installation, Buying, Truth, [.. Stores.Select(s => s.Code)], [.. Enumerable.Range(0, Waves).Select(w => Day(Opening(w).AddDays(28)))], Day(now));
        await DemoCertificates.Make(office, installation, Truth, Stores, Waves - 1, Day(now));
        await new DemoMetrics(Truth, [.. Stores.Select(s => s.Code)], [.. Enumerable.Range(0, Waves).Select(w => Day(Opening(w).AddDays(28)))]).Make(office, installation, Day(now));
        await studies.Settle();
        await DemoNeeds.Make(office, installation);
        await DemoReferrals.Make(office, installation, clock, promoters, Buying, Opening(Waves - 1).AddDays(40));
        await DemoServicePlan.Make(office, installation, clock, Stores, teams, Opening(Waves - 1), now);
        await DemoFieldLog.Make(office, clock, Stores, teams, now);
        await DemoCalls.Make(office, installation, clock, Stores, teams, [.. Buying.All.Take(400).Select(c => people[c.Number - 1].Phone)], now);
        await DemoCustomerCare.Make(office, clock, Stores, teams, now);
        await DemoDelights.Make(office, clock, Stores, teams, now);
        await visits.Today(now);
        clock.Now = now;
        await OpenNow(form, tree, programme, customers);
    }

    async Task<(Id<FormVersion>, Id<IndicatorTree>, Id<Programme>)> Instruments()
    {
        var tree = await office.Do(new AdoptRaterTree(), installation);
        var form = await office.Do(new StartForm("服务体验问卷 Service experience", FormTemplate.Rater), installation);
        var draft = (await office.Do(new ShowForm(form), installation)).Draft;
        var version = await office.Do(new PublishForm(form, await office.Do(new SaveFormDraft(form, draft.Document with { Pages = [.. draft.Document.Pages, DemoAside.Page] }, draft.Revision), installation)), installation);
        Truth = new DemoTruth(Seed, [.. (await office.Do(new ShowFormVersion(version), installation)).Document.Slots.Where(s => s.Part != Part.Other)]);
        var programme = await office.Do(new StartProgramme("客户满意度调查 Customer satisfaction", WavesPerYear: 2, MinimumN: 10, ShortBoards: 3, PlanDays: 120), installation);
        var mirror = await office.Do(new StartForm("镜像问卷 Mirror", FormTemplate.Mirror), installation);
        var mirrored = await office.Do(new PublishForm(mirror, 1), installation);
        foreach (var (audience, name) in ((Audience, string)[])[(Audience.Manager, "管理者镜像 Managers' mirror"), (Audience.Employee, "员工镜像 Staff mirror")])
            mirrors[audience] = (mirrored, await office.Do(new StartProgramme(name, WavesPerYear: 2, MinimumN: 5, ShortBoards: 0, Audience: audience), installation));
        return (version, tree, programme);
    }

    async Task Run(int number, Id<FormVersion> form, Id<IndicatorTree> tree, Id<Programme> programme, int responses)
    {
        clock.Now = Opening(number);
        var (opens, closes) = (Day(Opening(number)), Day(Opening(number).AddDays(27)));
        var wave = await office.Do(new PlanWave(programme, Name(opens), form, tree, opens, closes), installation);
        WaveIds.Add(wave);
        await office.Do(new OpenWave(wave), installation);
        if (number >= Waves - MirroredWaves) await visits.Visit(Opening(number));
        if (number >= Waves - MirroredWaves)
            foreach (var (audience, asked) in mirrors) await new DemoMirror(Truth).Ask(office, installation, clock, audience, asked.Form, tree, asked.Programme, wave, number, Stores, Opening(number).AddHours(1));
        await studies.Ask(Waves - 1 - number, Opening(number));
        await Answer(wave, AnswersOf(number, Opening(number), Opening(number).AddDays(27)), responses, $"fieldwork-{number + 1}.csv", Opening(number).AddDays(27));
        await Answer(wave, AnswersOf(number, Opening(number), Opening(number).AddDays(27), competitors: true), CompetitorAnswers(responses), $"competitors-{number + 1}.csv", Opening(number).AddDays(27));
        await AskBuyers(wave, number);
        clock.Now = Opening(number).AddDays(28);
        await new WaveClosing(office).Run(wave, installation);
        await DemoPlans.Start(office, installation, clock, Truth, Stores, wave, number);
    }

    /// <summary>Brings in what happened to customers until now, and asks some of them by name; whoever is dissatisfied may leave.</summary>
    async Task AskBuyers(Id<Wave> wave, int number)
    {
        var today = Day(clock.Now);
        await Live(clock.Now, last: false);
        var (asked, index) = (Buying.Asked(number, today).ToDictionary(c => c.ExternalId), people.ToDictionary(p => p.ExternalId));
        if (asked.Count == 0) return;
        await office.Do(new UploadContacts(wave, DemoPeople.Contacts(asked.Keys.Select(id => index[id]), Stores), $"customers-{number + 1}.csv"), installation);
        var (answers, chance, aside, overall) = (AnswersOf(number, Opening(number), clock.Now), new Random(Seed * 17 + number), new Random(Seed * 19 + number), Truth.Slots.First(s => s.Part == Part.Overall));
        await using var writer = new ResponseWriter(office);
        var sent = new List<Task>();
        foreach (var link in await office.Do(new MakeInvitations(wave), installation))
        {
            var (buyer, person) = (asked[link.ExternalId!], index[link.ExternalId!]);
            var said = answers.One(chance, aside, person.Store, person.AfterSales);
            sent.Add(writer.Submit(new SubmitByLink(link.Token) { Answers = said, Language = Language.SimplifiedChinese }, Caller.Anyone(Language.SimplifiedChinese, "respondent")));
            if (said.Find(overall.Key)?.Number is { } rating) Buying.Heard(buyer, today, (double)(rating - overall.From) / (overall.To - overall.From), (double)(said.Find(DemoAside.Switching)?.Number ?? 4));
            if (buyer.MarketingByPhone && said.Find("nps")?.Number >= 9) promoters[buyer.ExternalId] = PersonalLink.Parse(link.Token)!.CustomerId;
        }
        await Task.WhenAll(sent);
    }

    /// <summary>Brings what happened to customers until then; those of the last two years who had reason to complain may have done so.</summary>
    async Task Live(DateTimeOffset until, bool last)
    {
        var (begin, from) = (Day(now.AddYears(-DemoCaseModel.Years)), lived);
        clock.Now = until;
        await Bring(lived = Day(until), last);
        var complaints = Buying.NewComplaints().Where(c => c.Day >= begin).ToList();
        var keys = await office.Do(new KeysOfCustomers([.. complaints.Select(c => c.Customer.ExternalId)]), installation);
        if (lived > begin) cases.Expect(complaints.Select(c => (c, keys[c.Customer.ExternalId], people[c.Customer.Number - 1].Language != "en")), from > begin ? from : begin, lived);
        if (last) cases.Rush(await Recalled(), lived.AddDays(-1));
        await cases.Advance(until);
    }

    /// <summary>Some of the customers whom the recall concerns.</summary>
    async Task<IEnumerable<(DemoCustomer, Id<Customer>, bool)>> Recalled()
    {
        var concerned = Buying.All.Where(c => c.Since <= lived.AddDays(-DemoCaseModel.RushDays) && DemoCaseModel.InRush(Stores[c.Store].Code)).ToArray();
        new Random(Seed * 43).Shuffle(concerned);
        var some = concerned.Take(DemoCaseModel.Rush).ToList();
        var keys = await office.Do(new KeysOfCustomers([.. some.Select(c => c.ExternalId)]), installation);
        return some.Select(c => (c, keys[c.ExternalId], people[c.Number - 1].Language != "en"));
    }

    async Task Bring(DateOnly until, bool last)
    {
        Buying.Advance(until);
        var files = Buying.Files(until, last);
        await Take(files.Customers, file => new ImportCustomers(file, $"customers-{until:yyyy-MM}.csv"));
        await Take(files.Assets, file => new ImportAssets(file, $"vehicles-{until:yyyy-MM}.csv"));
        await Take(files.Contracts, file => new ImportContracts(file, $"contracts-{until:yyyy-MM}.csv") { Currency = "CNY" });
        await Take(files.Events, file => new ImportEvents(file, $"events-{until:yyyy-MM}.csv") { Currency = "CNY" });
        await Take(files.Consents, file => new ImportConsents(file, $"consents-{until:yyyy-MM}.csv"));
    }

    async Task Take(string text, Func<Stream, Intake> import)
    {
        if (text.Length == 0) return;
        var report = (await office.Do(import(new MemoryStream(Encoding.UTF8.GetBytes(text))), installation)).Report;
        if (report.TurnedAway > 0) throw new InvalidOperationException($"The demo's own customers were turned away: {report.Problems[0].Line} {report.Problems[0].Words}");
    }

    /// <summary>Beside the company's own, the agency asks some customers of its competitors the same.</summary>
    static int CompetitorAnswers(int responses) => Math.Max(60, responses / 15);

    async Task Answer(Id<Wave> wave, DemoAnswers answers, int responses, string fileName, DateTimeOffset at)
    {
        await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 17, FileOptions.DeleteOnClose);
        await answers.Write(file, responses);
        clock.Now = at;
        var import = await office.Do(new ImportResponses(wave, file, fileName), installation);
        if (import.Report.Taken != responses) throw new InvalidOperationException($"The demo's own answers were turned away: {import.Report.Problems.FirstOrDefault()?.Words}");
    }

    /// <summary>One more wave is open, so that the links and the respondent's page can be tried.</summary>
    async Task OpenNow(Id<FormVersion> form, Id<IndicatorTree> tree, Id<Programme> programme, int customers)
    {
        clock.Now = now;
        var (opens, closes) = (Day(now.AddDays(-3)), Day(now.AddDays(25)));
        var wave = await office.Do(new PlanWave(programme, $"{opens:yyyy-MM} 回访 Follow-up", form, tree, opens, closes), installation);
        await office.Do(new OpenWave(wave), installation);
        await office.Do(new UploadContacts(wave, DemoPeople.Contacts(people.Take(customers), Stores), "customers.csv"), installation);
        await office.Do(new OpenWaveLink(wave, Stores[0].Id), installation);
        var answers = AnswersOf(Waves, now.AddDays(-3), now);
        var (chance, aside, index) = (new Random(Seed), new Random(Seed + 1), Stores.Select((s, i) => (s.Code, i)).ToDictionary(s => s.Code, s => s.i));
        await using var writer = new ResponseWriter(office);
        foreach (var link in (await office.Do(new MakeInvitations(wave), installation)).Where(_ => chance.NextDouble() < AnsweredSoFar))
        {
            var store = index[link.UnitCode];
            await writer.Submit(new SubmitByLink(link.Token) { Answers = answers.One(chance, aside, store, chance.NextDouble() < Truth.AfterSalesShare(store)), Language = Language.SimplifiedChinese }, Caller.Anyone(Language.SimplifiedChinese, "respondent"));
        }
    }

    DemoAnswers AnswersOf(int wave, DateTimeOffset from, DateTimeOffset until, bool competitors = false) => competitors
        ? new(Truth, wave, [.. DemoGroup.Competitors.Select(c => c.Code)], "visit", "comment", from, until, firstStore: Stores.Count, asides: false)
        : new(Truth, wave, [.. Stores.Select(s => s.Code)], "visit", "comment", from, until);

    /// <summary>Half-yearly waves; the last of them closed about two months ago.</summary>
    DateTimeOffset Opening(int wave)
    {
        var month = new DateTimeOffset(now.Year, now.Month, 1, 8, 0, 0, TimeSpan.Zero).AddMonths(-3);
        return month.AddMonths(-6 * (Waves - 1 - wave));
    }

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    static string Name(DateOnly opens) => $"{opens.Year} {(opens.Month <= 6 ? "上半年 H1" : "下半年 H2")}";
}

/// <summary>A clock that the demo sets, so that three years pass in half a minute.</summary>
sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;
    public override DateTimeOffset GetUtcNow() => Now;
}
