using System.Globalization;
using Regard.Cases;
using Regard.Organisation;
using Regard.Standards;
namespace Regard.Demo;

/// <summary>The demo's standards, journey, promises and strategy, written down by its executive; and half a year of looking whether promises were kept.</summary>
public static class DemoServicePlan
{
    /// <summary>Checks of one promise in one store, evenly over the time.</summary>
    public const int Checks = 9;
    /// <summary>How often promises are kept.</summary>
    public const double Usually = 0.97;

    /// <summary>Stores, by code, that keep the first promise only as often.</summary>
    public static IReadOnlyDictionary<string, double> Broken { get; } = new Dictionary<string, double> { ["E3"] = 0.45, ["S4"] = 0.55 };

    /// <summary>Level promised, by indicator.</summary>
    public static IReadOnlyDictionary<string, double> Promised { get; } = new Dictionary<string, double> { ["REL3"] = 100, ["REL4"] = 100, ["RES4"] = 95 };

    internal static (string Code, string Name)[] Departments { get; } = [("HX-SALES", "销售部 Sales"), ("HX-SERVICE", "售后服务部 Aftersales"), ("HX-CARE", "客户关怀部 Customer care")];

    static readonly (string Indicator, string? Standard, PromisePlace Place, Text Words, string Checked, Func<Random, string> Instead)[] promises =
    [
        ("REL3", "JOB-02", PromisePlace.Advertising, Text.Of("Regular service ready in two hours.", "常规保养，两小时交车。", "常規保養，兩小時交車。"), "每周抽查工单的接车与完工时间 Times on job cards, weekly", chance => string.Format(CultureInfo.InvariantCulture, "接车后 {0} 小时才完工。 Ready after {0} hours.", chance.Next(3, 6))),
        ("REL4", "BIL-01", PromisePlace.Contract, Text.Of("Nothing is billed that you have not agreed to.", "未经您同意的项目，一律不收费。", "未經您同意的項目，一律不收費。"), "每周抽查账单与客户签字 Bills against signatures, weekly", _ => "账单上有一项没有客户签字。 One item without the customer's signature."),
        ("RES4", "INF-01", PromisePlace.Counter, Text.Of("If it takes longer, you hear it from us first.", "如有延误，我们先告诉您。", "如有延誤，我們先告訴您。"), "每周抽查延误工单的通话记录 Calls for late jobs, weekly", _ => "延误两小时，客户自己来问才知道。 Two hours late; the customer had to ask."),
    ];

    /// <param name="opened">When the last wave that is frozen opened: what was found before and during it counts in its gaps.</param>
    internal static async Task Make(Office office, Caller installation, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, DateTimeOffset opened, DateTimeOffset now)
    {
        var (executive, root) = (teams.Values.First().Executive, (await DemoPeople.Units(office, installation, clock))[DemoGroup.Code]);
        var departments = new List<Id<Unit>>();
        foreach (var (code, name) in Departments) departments.Add(await office.Do(new AddUnit(code, name, UnitKind.Department, root, Day(now)), installation));
        var standards = await Demand(office, clock, executive, departments, opened.AddDays(-400));
        clock.Now = opened.AddDays(-200);
        await office.Do(new WriteStrategy(0, Text.Of("One visit, one price, one face: settled the first time, at the price agreed, by somebody you know.", "一次来店、一口价、一个人：一次办妥，价格说定，始终是同一位顾问。", "一次來店、一口價、一個人：一次辦妥，價格說定，始終是同一位顧問。"), new()
        {
            Clear = "晨会抽问：每家店的顾问都能说出三个“一”。 Asked at morning meetings: advisers in every store name the three “ones”.", Different = "竞品走访：两家竞争对手均由不同人员接车、结算和交车。 Visits to two competitors: three people for intake, bill and handover.",
            Valuable = "满意度驱动分析：信赖度影响最大。 Driver analysis: reliability weighs most.", Feasible = "每店两名固定顾问，排班已试行三个月。 Two fixed advisers a store; rosters tried for three months.",
        }), executive);
        await office.Do(new ApproveStrategy(1), executive);
        foreach (var (at, promise) in promises.Index())
        {
            clock.Now = opened.AddDays(-150);
            var number = await office.Do(new AddPromise
            {
                Place = promise.Place, Words = promise.Words, IndicatorCode = promise.Indicator, Level = Promised[promise.Indicator], StandardId = promise.Standard is { } code ? standards[code] : null, UnitId = root, Checked = promise.Checked, FromDay = Day(opened.AddDays(-150)),
            }, executive);
            await Look(office, clock, stores, teams, number, at, opened.AddDays(-80), now.AddDays(-2));
        }
        clock.Now = now;
    }

    static async Task<Dictionary<string, Id<Standard>>> Demand(Office office, DemoClock clock, Caller executive, List<Id<Unit>> departments, DateTimeOffset at)
    {
        clock.Now = at;
        await office.Do(new AdoptJourney(JourneyTemplate.Reception), executive);
        var stages = (await office.Do(new ShowBlueprint(), executive)).Blueprint.Stages;
        await office.Do(new SaveBlueprint(1,
        [
            stages[0] with { Accountable = departments[2], Responsible = [departments[0]], Informed = [departments[1]] },
            stages[1] with { Accountable = departments[0], Consulted = [departments[1]] },
            stages[2] with { Accountable = departments[2], Responsible = [departments[0], departments[1]], Steps = [stages[2].Steps[0] with { NoneBecause = "由 REC-01 的同一位同事送别。 Whoever greets by REC-01 sees the customer off." }, stages[2].Steps[1]] },
        ]), executive);
        var (steps, made) = (stages.SelectMany(t => t.Steps).ToList(), new Dictionary<string, Id<Standard>>());
        foreach (var line in DemoStandards.All)
            made[line.Code] = await office.Do(new AddStandard(line.Code, line.Terms with { OwnerUnitId = departments[line.Department], StepId = line.Step > 0 ? steps[line.Step - 1].Id : null }, Day(at)), executive);
        clock.Now = at.AddDays(60);
        await office.Do(new DecideConflict("RES1", made["REC-02"], made["REC-03"], Holds.OutsideIn, "等候超过十分钟的客户，评分低一成以上；按客户的要求排班。 Customers who wait longer than ten minutes rate a tenth lower; rosters follow their view."), executive);
        return made;
    }

    /// <summary>Somebody at each store's desk looks at each promise from time to time; the manager closes the case of a broken one some days later.</summary>
    static async Task Look(Office office, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, long number, int at, DateTimeOffset from, DateTimeOffset until)
    {
        var (chance, step) = (new Random(DemoCompany.Seed * 59 + at), (until - from) / Checks);
        for (var turn = 0; turn < Checks; turn++)
            foreach (var (code, store) in stores)
            {
                clock.Now = (from + step * (turn + chance.NextDouble())).ToMilliseconds();
                var kept = chance.NextDouble() < (at == 0 ? Broken.GetValueOrDefault(code, Usually) : Usually);
                var key = new Id<PromiseCheck>(Guid.CreateVersion7(clock.Now));
                var noted = await office.Do(new NoteCheck(key, number, store, Day(clock.Now), kept, kept ? "" : promises[at].Instead(chance)), teams[store].Front[0]);
                if (noted.CaseNumber is { } broken) await Settle(office, clock, broken, teams[store].Manager, chance, until);
            }
    }

    internal static async Task Settle(Office office, DemoClock clock, long number, Caller manager, Random chance, DateTimeOffset until)
    {
        clock.Now = clock.Now.AddHours(1 + 2 * chance.NextDouble()).ToMilliseconds();
        await office.Do(new DoStep(number, RecoveryStep.Apologise, "已致电客户说明并致歉。 Called the customer, explained and apologised.", CaseChannel.Phone), manager);
        if (clock.Now > until.AddDays(-4)) return;
        clock.Now = clock.Now.AddHours(2 + 30 * chance.NextDouble()).ToMilliseconds();
        await office.Do(new EditCase(number) { CustomersView = "说好的没有做到。 What was said was not done.", OurFacts = "抽查记录属实。 The check is right.", Cause = Cause.PromiseNotKept, Fault = Fault.Ours }, manager);
        await office.Do(new DoStep(number, RecoveryStep.Solve, "当天补做，并调整排班。 Done the same day; rosters changed."), manager);
        await office.Do(new CloseCase(number, CloseReason.AcceptedByCustomer, "客户接受说明。 The customer accepts.") { Channel = CaseChannel.Phone }, manager);
    }

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
