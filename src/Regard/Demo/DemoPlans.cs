using Regard.Improvement;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>What the demo's managers do about their short boards between two waves, and what it changes in truth.</summary>
static class DemoPlans
{
    static readonly Dictionary<string, (string Problem, string Cause, string[] Steps)> stories = new()
    {
        ["REL"] = ("报价与最终付款不一致，约好的时间也常往后拖。", "追加项目没有先征得顾客同意；高峰时段预约过满。", ["追加项目一律先短信确认", "每两小时留一个机动工位"]),
        ["ASS"] = ("Customers say that nobody explains what was done and why.", "Advisers hand over at the till instead of at the car.", ["Hand over at the car, with the old parts", "Two advisers trained each week"]),
        ["TAN"] = ("休息区拥挤，卫生间不够干净。", "清洁只在早晚各做一次，没有人按时检查。", ["每两小时巡查并签字", "休息区增加十二个座位"]),
        ["EMP"] = ("顾客觉得没人真正听他们说话。", "接待时一边录系统一边问话，眼睛不看顾客。", ["先听完再录入，复述一遍顾客的要求", "每周挑三段录音一起复盘"]),
        ["RES"] = ("等待时没有人告知进度，电话也难打通。", "交接班时无人负责跟进，总机只有一条线。", ["每小时由服务顾问主动告知一次进度", "高峰时段增加一名电话接待"]),
    };

    /// <summary>Two stores in three start plans on their two weakest indicators; with every second of those stores they work.</summary>
    public static async Task Start(Office office, Caller installation, DemoClock clock, DemoTruth truth, IReadOnlyList<(string Code, Id<Unit> Id)> stores, Id<Wave> wave, int number)
    {
        for (var store = 0; store < stores.Count; store++)
        {
            var kind = Kind(store);
            if (kind == DemoPlanKind.None) continue;
            var drafts = (await office.Do(new ListPlans(stores[store].Id, PlanState.Draft, wave), installation)).Where(p => p.OwnerId is not null).Take(2).ToList();
            foreach (var plan in drafts)
            {
                clock.Now += TimeSpan.FromMinutes(7);
                await Begin(office, installation, clock, plan, stories[plan.IndicatorCode[..3]], finished: number < DemoCompany.Waves - 1 && store % 4 != 3);
                if (kind == DemoPlanKind.Works) truth.Improve(store, plan.IndicatorCode, number + 1, DemoTruth.PlanEffect);
            }
        }
    }

    /// <summary>Whether a store's plans change anything, written down beforehand.</summary>
    public static DemoPlanKind Kind(int store) => (store % 6) switch { 0 or 2 => DemoPlanKind.Works, 3 or 5 => DemoPlanKind.ChangesNothing, _ => DemoPlanKind.None };

    static async Task Begin(Office office, Caller installation, DemoClock clock, PlanRow plan, (string Problem, string Cause, string[] Steps) story, bool finished)
    {
        var target = Math.Min(95, Math.Round((plan.Score ?? 70) + 6));
        await office.Do(new WritePlan(plan.Id, plan.Revision, story.Problem, story.Cause, target, plan.DueOn, plan.OwnerId), installation);
        var steps = new List<Id<PlanStep>>();
        foreach (var words in story.Steps) steps.Add(await office.Do(new AddPlanStep(plan.Id, words, plan.DueOn), installation));
        await office.Do(new StartPlan(plan.Id), installation);
        if (!finished) return;
        var started = clock.Now;
        clock.Now = started.AddDays(30);
        foreach (var step in steps) await office.Do(new CompletePlanStep(plan.Id, step), installation);
        await office.Do(new FinishPlan(plan.Id), installation);
        clock.Now = started;
    }
}

enum DemoPlanKind { None, ChangesNothing, Works }
