using Regard.Care;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Demo;

/// <summary>The demo's complaints of the last two years, each lived through by its people at its time, through the same door as everybody.</summary>
sealed class DemoCases(Office office, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, int seed)
{
    const string Zone = "Asia/Shanghai";
    static readonly string[] everyDay = [.. Enumerable.Repeat("09:00-18:00", 7)];

    readonly WorkingCalendar calendar = new(Zone, WorkingWeek.Parse(everyDay));
    readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> plan = new();
    readonly Random chance = new(seed * 41);
    int order;

    /// <summary>Stores are open every day; head office is not, and keeps the holidays.</summary>
    public static async Task Rules(Office office, Caller installation, IReadOnlyDictionary<string, Id<Unit>> units, Caller executive)
    {
        await office.Do(new SetUnitCalendar(units[DemoGroup.Code], await office.Do(new SaveCalendar(null, "总部 Head office", Zone, WorkingWeek.Standard, "CN"), installation)), installation);
        var open = await office.Do(new SaveCalendar(null, "门店 Stores", Zone, everyDay, null), installation);
        foreach (var region in DemoGroup.Regions) await office.Do(new SetUnitCalendar(units[region.Code], open), installation);
        await office.Do(new SetAuthorities("CNY", new()
        {
            Rows =
            [
                new() { Role = Role.FrontLine, Limit = 200_00, MonthlyPool = 2_000_00 }, new() { Role = Role.FrontLine, Grade = "A", Limit = 500_00, MonthlyPool = 2_000_00 },
                new() { Role = Role.Manager, Limit = 2_000_00, MonthlyPool = 20_000_00 }, new() { Role = Role.Executive, Limit = 50_000_00, MonthlyPool = 500_000_00 },
            ],
        }), executive);
        await DemoBodies.Put(office, executive);
        await office.Do(new AddRemedy(GestureKind.ExtraService, Text.Of("Car wash and interior clean", "洗车及内饰清洁", "洗車及內裝清潔"), 80_00), executive);
        await office.Do(new AddRemedy(GestureKind.ExtraService, Text.Of("Free inspection", "免费检查一次", "免費檢查一次"), 120_00), executive);
        await office.Do(new AddRemedy(GestureKind.Gift, Text.Of("Travel mug", "保温杯", "保溫杯"), 60_00), executive);
    }

    /// <summary>Plans what comes of complaints, and the praise and suggestions of a time.</summary>
    /// <param name="complaints">With the key of the customer who complains.</param>
    public void Expect(IEnumerable<(DemoComplaint Complaint, Id<Customer> Customer, bool Chinese)> complaints, DateOnly from, DateOnly until)
    {
        foreach (var (complaint, customer, chinese) in complaints)
            if (chance.NextDouble() < DemoCaseModel.TellsUs) Complain(complaint, customer, DemoCaseModel.Draw(DemoCaseModel.Causes, chance), DemoCaseTexts.Complaint, chinese);
        var months = (until.DayNumber - from.DayNumber) / 30.4;
        foreach (var (_, store) in stores)
        {
            for (var left = chance.NextDouble() * 2 * months * DemoCaseModel.PraiseEachMonth; left >= 0.5; left--) Say(CaseKind.Praise, store, from, until, DemoCaseTexts.Praise);
            for (var left = chance.NextDouble() * 2 * months * DemoCaseModel.SuggestionsEachMonth; left >= 0.5; left--) Say(CaseKind.Suggestion, store, from, until, DemoCaseTexts.Suggestion);
        }
    }

    /// <summary>The recall of the last days.</summary>
    public void Rush(IEnumerable<(DemoCustomer Customer, Id<Customer> Key, bool Chinese)> customers, DateOnly last)
    {
        foreach (var (customer, key, chinese) in customers)
            Complain(new(customer, last.AddDays(-chance.Next(DemoCaseModel.RushDays)), chance.NextDouble() < 0.5), key, Cause.TooSlow, (_, c, random) => DemoCaseTexts.Recall(c, random), chinese);
    }

    /// <summary>Lets everything happen that happens until then.</summary>
    public async Task Advance(DateTimeOffset until)
    {
        while (plan.TryPeek(out var next, out var due) && due.At <= until)
        {
            plan.Dequeue();
            clock.Now = due.At;
            await next();
        }
        clock.Now = until;
        while (await office.Do(new SweepCaseClocks(), Caller.Installation("demo")) == SweepCaseClocks.Most) { }
    }

    void Complain(DemoComplaint complaint, Id<Customer> customer, Cause cause, Func<Cause, bool, Random, string> said, bool chinese)
    {
        var (store, team, good) = (stores[complaint.Customer.Store].Id, teams[stores[complaint.Customer.Store].Id], complaint.MadeGood);
        var (severity, slow) = (DemoCaseModel.Draw(DemoCaseModel.Severities, chance), DemoCaseModel.SlowStores.Contains(complaint.Customer.Store));
        var (wish, channel, anger) = (DemoCaseModel.Wants(cause, chance.NextDouble()), DemoCaseModel.Draw(DemoCaseModel.Channels, chance), Math.Min(Case.MostAnger, (int)(-Math.Log(1 - chance.NextDouble()) * (cause is Cause.Rude or Cause.Harm ? 1.1 : 0.7))));
        var (hearer, other) = chance.NextDouble() < 0.5 ? (team.Front[0], team.Front[1]) : (team.Front[1], team.Front[0]);
        var (owner, number, words) = (hearer, 0L, said(cause, chinese, chance));
        var heard = calendar.Add(calendar.BeginOf(complaint.Day), TimeSpan.FromHours(8.5 * chance.NextDouble()));
        var apology = After(heard, slow ? DemoCaseModel.SlowHours : DemoCaseModel.UsualHours);
        At(heard, async () => number = (await office.Do(new HearCase
        {
            UnitId = store, Words = words, CustomerId = customer, Channel = channel, Severity = severity, Anger = anger, Wants = wish, LanguageTag = chinese ? "zh-Hans" : "en",
            Body = channel == CaseChannel.ExternalBody ? DemoBodies.Of(complaint.Day) : null,
        }, hearer)).Number);
        At(apology, () => office.Do(new DoStep(number, RecoveryStep.Apologise, DemoCaseTexts.Apology(chinese), channel is CaseChannel.InPerson ? channel : CaseChannel.Phone), owner));
        var seen = After(apology, 1.5);
        At(seen, () => office.Do(new EditCase(number) { CustomersView = DemoCaseTexts.View(wish, chinese), OurFacts = DemoCaseTexts.Facts(chinese), Cause = cause, Mix = DemoCaseTexts.Mix(words), Fault = good || chance.NextDouble() < 0.6 ? Fault.Ours : Fault.Unclear }, owner));
        if (chance.NextDouble() < DemoCaseModel.HandedOver) seen = Hand(seen, other);
        if (slow && chance.NextDouble() < DemoCaseModel.PassedOnInSlowStores) seen = Hand(Hand(seen, team.Manager), owner == hearer ? other : hearer);
        if (good) seen = MakeGood(seen);
        var closed = After(seen, good ? DemoCaseModel.HoursWhenMadeGood : DemoCaseModel.HoursWhenNot);
        At(closed, () => office.Do(new CloseCase(number, good ? CloseReason.AcceptedByCustomer : chance.NextDouble() < 0.6 ? CloseReason.NotAccepted : CloseReason.NoAnswer, DemoCaseTexts.Ended(good, chinese))
        {
            Channel = CaseChannel.Phone, Improvement = severity >= Severity.Severe ? DemoCaseTexts.Improvement(chinese) : null,
        }, owner));

        DateTimeOffset Hand(DateTimeOffset from, Caller to)
        {
            var offered = After(from, 0.5);
            var answered = After(offered, 1);
            At(offered, async () =>
            {
                if (owner.Person == to.Person) return;
                await office.Do(new OfferCase(number, to.Person!.Value, DemoCaseTexts.Handed(chinese)), owner);
                if ((await office.Do(new ShowCase(number), owner)).OpenOffer is { NeedsApproval: true, ApprovedAt: null }) await office.Do(new ApproveOffer(number), team.Executive);
            });
            At(answered, async () =>
            {
                if (owner.Person == to.Person) return;
                await office.Do(new AnswerOffer(number, true), to);
                owner = to;
            });
            return answered;
        }

        DateTimeOffset MakeGood(DateTimeOffset from)
        {
            var solved = After(from, 2);
            var told = After(solved, 3);
            At(solved, async () =>
            {
                await office.Do(new DoStep(number, RecoveryStep.Solve, DemoCaseTexts.Solved(chinese)), owner);
                var amount = 100L * Math.Max(20, (long)(-Math.Log(1 - chance.NextDouble()) * 150));
                var gesture = wish is Wish.Respect ? new GrantRemedy(number, new(Guid.CreateVersion7(clock.Now)), GestureKind.ExtraService, 120_00, DemoCaseTexts.Voucher(chinese)) : new GrantRemedy(number, new(Guid.CreateVersion7(clock.Now)), GestureKind.Refund, amount, DemoCaseTexts.Refund(chinese));
                var given = await office.Do(gesture, owner);
                if (given.State == GestureState.Awaiting) await office.Do(new JudgeGesture(number, given.Id, true), given.ApproverId == team.Manager.Person ? team.Manager : team.Executive);
                await office.Do(new DeliverGesture(number, given.Id), owner);
            });
            At(told, () => office.Do(new DoStep(number, RecoveryStep.Communicate, DemoCaseTexts.Told(chinese), CaseChannel.Phone), owner));
            return told;
        }
    }

    void Say(CaseKind kind, Id<Unit> store, DateOnly from, DateOnly until, Func<bool, Random, string> words)
    {
        var (team, chinese) = (teams[store], chance.NextDouble() < 0.8);
        var (hearer, praised) = (team.Front[chance.Next(2)], team.Front[chance.Next(2)]);
        var heard = calendar.Add(calendar.BeginOf(from.AddDays(chance.Next(Math.Max(1, until.DayNumber - from.DayNumber)))), TimeSpan.FromHours(8.5 * chance.NextDouble()));
        var (number, said) = (0L, words(chinese, chance));
        At(heard, async () => number = (await office.Do(new HearCase { UnitId = store, Kind = kind, Words = said, Channel = CaseChannel.InPerson, LanguageTag = chinese ? "zh-Hans" : "en", AboutId = kind == CaseKind.Praise && praised.Person != hearer.Person ? praised.Person : null }, hearer)).Number);
        At(After(heard, 6), () => office.Do(new CloseCase(number, CloseReason.AcceptedByCustomer, chinese ? "已当面致谢。" : "Thanked in person.") { Channel = CaseChannel.InPerson }, hearer));
    }

    /// <summary>So many working hours later in the mean, exponentially.</summary>
    DateTimeOffset After(DateTimeOffset from, double hours) => calendar.Add(from, TimeSpan.FromMinutes(1 + -Math.Log(1 - chance.NextDouble()) * hours * 60)).ToMilliseconds();

    void At(DateTimeOffset at, Func<Task> what) => plan.Enqueue(what, (at, order++));
}

/// <summary>Who works in a store, and who is over all.</summary>
sealed record DemoTeam(IReadOnlyList<Caller> Front, Caller Manager, Caller Executive);
