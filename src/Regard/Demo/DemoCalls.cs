using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Demo;

/// <summary>The last days on the telephone: customers called back after their car was in the workshop, and what people called the hotline for.</summary>
static class DemoCalls
{
    const int Days = 10, HotlineCalls = 36;
    /// <summary>How often a call-back ends so.</summary>
    const double Satisfied = 0.62, Complains = 0.07;

    static readonly (CallPurpose Purpose, string Words)[] heard =
    [
        (CallPurpose.Question, "问保养间隔：八千公里还是一年。"), (CallPurpose.Question, "Asked whether winter tyres can be stored with us."), (CallPurpose.Information, "问周六营业到几点，告知十八点。"),
        (CallPurpose.Order, "预订两片雨刮器，周五来取。"), (CallPurpose.Repair, "空调不制冷，预约明天上午检查。"), (CallPurpose.Repair, "Warning light after the last service; booked for Thursday."),
        (CallPurpose.Complaint, "说好下午四点来电，到六点也没人打。"), (CallPurpose.Information, "问召回范围，车架号不在其中。"),
    ];

    static readonly string[] complaints = ["取车后发现脚垫没装回去。", "洗车没洗干净，轮毂还是黑的。", "The invoice lists an item I had declined.", "等候时间比说的多了一个小时。"];

    public static async Task Make(Office office, Caller installation, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, IReadOnlyList<string> phones, DateTimeOffset now)
    {
        var (chance, executive) = (new Random(DemoCompany.Seed * 67), teams.Values.First().Executive);
        var root = (await DemoPeople.Units(office, installation, clock))[DemoGroup.Code];
        var first = Noon(now, Days);
        clock.Now = first;
        await office.Do(new SaveCallBackRule(new()
        {
            Id = new(Guid.CreateVersion7(first)), UnitId = root, Kind = EventKind.WorkOrder, Days = 2, RestDays = 90, MostAttempts = 3, AgainMinutes = 180, FromMinute = 9 * 60 + 30, UntilMinute = 18 * 60, Since = Day(first), IsOn = true,
            Script = Text.Of("Is the car as it should be? Was everything explained? Is there anything we should have done differently?", "车现在用着正常吗？当时都讲清楚了吗？有没有哪里我们应该做得不一样？", "車現在用著正常嗎？當時都講清楚了嗎？有沒有哪裡我們應該做得不一樣？"),
        }), executive);
        for (var ago = Days; ago >= 0; ago--)
        {
            clock.Now = Noon(now, ago);
            await office.Do(new PutCallBacks(), installation);
            // Today's are still to be made.
            if (ago > 0) foreach (var call in (await office.Do(new ListCallBacks(Size: 1000), executive)).Calls.Where(c => c.MayCall)) await Call(office, clock, call, teams[call.Call.UnitId].Front[0], chance);
        }
        await Hotline(office, clock, stores, teams, phones, chance, now);
        clock.Now = now;
    }

    static async Task Call(Office office, DemoClock clock, CallToMake call, Caller by, Random chance)
    {
        clock.Now = clock.Now.AddSeconds(20);
        var draw = chance.NextDouble();
        var outcome = draw < Satisfied ? CallBackOutcome.Satisfied : draw < Satisfied + Complains ? CallBackOutcome.Complaint : draw < 0.98 ? CallBackOutcome.NotReached : CallBackOutcome.Refused;
        var noted = await office.Do(new NoteCallBack(call.Call.CustomerId, call.Call.Id, outcome, outcome == CallBackOutcome.Complaint ? complaints[chance.Next(complaints.Length)] : ""), by);
        if (noted.CaseNumber is { } number) await office.Do(new DoStep(number, RecoveryStep.Apologise, "电话中已致歉，今天内回复。 Apologised on the phone; an answer follows today.", CaseChannel.Phone), by);
    }

    static async Task Hotline(Office office, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, IReadOnlyList<string> phones, Random chance, DateTimeOffset now)
    {
        if (phones.Count == 0) return;
        for (var at = 0; at < HotlineCalls; at++)
        {
            var agent = teams[stores[at % stores.Count].Id].Front[0];
            var (id, from, (purpose, words)) = ($"demo-{at + 1}", phones[chance.Next(phones.Count)], heard[at % heard.Length]);
            clock.Now = Noon(now, 1 + at * Days / HotlineCalls).AddMinutes(-chance.Next(150)).ToMilliseconds();
            var noted = await office.Do(new NoteCall(id, CallState.Ringing, from), agent);
            clock.Now = clock.Now.AddSeconds(8 + chance.Next(40));
            await office.Do(new NoteCall(id, CallState.Answered, from), agent);
            clock.Now = clock.Now.AddSeconds(60 + chance.Next(400));
            await office.Do(new NoteCall(id, CallState.Ended, from), agent);
            await office.Do(new RecordCall(noted.Id, purpose, words), agent);
        }
    }

    /// <summary>Twelve o'clock in the stores, so many days ago.</summary>
    static DateTimeOffset Noon(DateTimeOffset now, int daysAgo) => new(Day(now).AddDays(-daysAgo), new(4, 0), TimeSpan.Zero);

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
