using Regard.Cases;
using Regard.Listening;
using Regard.Measures;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Demo;

/// <summary>What the demo's people heard face to face in the last months, what they do about it, and what the executive made of it.</summary>
static class DemoFieldLog
{
    static readonly DemoTalk[] talks =
    [
        new("E3", 128, FieldKind.Interview, "客户说修车不怕久，就怕没人说。取车那天等到四点才知道配件下午才到，早一个电话就不用白等半天。",
            [new("RES4", FieldSign.Need, "进度一有变化就主动来电"), new("RES1", FieldSign.Bad)], MarketingMix.Process) { Todo = "每台车十一点、十五点各通知一次进度", IsDone = true },
        new("E3", 96, FieldKind.TechnicalVisit, "到出租车队看三台返修车：同一个异响修了两次。车队经理说，只要一次修好、写清楚换了什么，愿意把全部四十台车签给我们做年度保养。",
            [new("REL2", FieldSign.Bad), new("ASS1", FieldSign.Good), new("ASS2", FieldSign.Need, "交车时附上写明原因和更换件的说明")], MarketingMix.Product) { Attendees = 3, Todo = "返修车交车前由技术主管复检并附书面说明", IsDone = true },
        new("N1", 90, FieldKind.CustomersVisit, "Twelve owners saw the workshop on our open Saturday. They liked that mechanics answered straight and that the floor was clean; two said they had not expected either.",
            [new("ASS1", FieldSign.Good), new("TAN1", FieldSign.Good)], MarketingMix.PhysicalEvidence) { Attendees = 12, IsManagers = true },
        new("N2", 83, FieldKind.Interview, "She would have paid for the extra work had anybody asked. What annoyed her was to learn of it at the till.",
            [new("REL4", FieldSign.Bad), new("REL4", FieldSign.Need, "a price agreed before any extra work")], MarketingMix.Price) { Todo = "No extra work without a message that names the price", IsDone = true },
        new("S1", 71, FieldKind.RoundTable, "技师反映，近半数返修是因为常用件缺货先用旧件顶着。大家希望前二十种易损件在店里备足。",
            [new("REL2", FieldSign.Bad), new("REL2", FieldSign.Need, "前二十种易损件常备库存")], MarketingMix.Product) { Group = StaffGroup.Technical, Attendees = 7, IsManagers = true },
        new("E1", 64, FieldKind.TechnicalVisit, "Rode along with an owner who heard a noise nobody could find. He trusts our people's knowledge, but nobody had told him in plain words what had been tried so far.",
            [new("ASS1", FieldSign.Good), new("ASS2", FieldSign.Need, "a plain account of what was tried")], MarketingMix.People),
        new("E5", 57, FieldKind.RoundTable, "收银和客服一起看了三十张结算单：客户问得最多的是“这一项是什么”。大家认为项目名称要用客户听得懂的话写。",
            [new("REL4", FieldSign.Bad), new("ASS2", FieldSign.Need, "结算单项目用客户听得懂的话")], MarketingMix.Price) { Group = StaffGroup.Administration, Attendees = 5, IsManagers = true },
        new("S3", 43, FieldKind.Interview, "客户说嘉禾车行已经可以上门取送车，手机上还能看到修到哪一步。我们这里只能打电话，还常常占线。",
            [new("EMP3", FieldSign.Bad), new("RES4", FieldSign.Need, "手机上能看到维修进度")], MarketingMix.Place),
        new("E3", 33, FieldKind.CustomersVisit, "请八位老客户来店座谈。大家夸师傅懂行，但周末休息区坐不下，有人站着等了一小时。",
            [new("ASS1", FieldSign.Good), new("TAN1", FieldSign.Bad), new("TAN1", FieldSign.Need, "休息区再添十来个座位")], MarketingMix.PhysicalEvidence) { Attendees = 8, IsManagers = true, Todo = "休息区增加十二个座位" },
        new("N4", 24, FieldKind.RoundTable, "Trainers compared notes: questions about hybrid batteries are passed on three times before somebody answers. They ask for two days of training for every adviser.",
            [new("ASS1", FieldSign.Need, "two days on hybrid batteries for every adviser"), new("RES2", FieldSign.Bad)], MarketingMix.People) { Group = StaffGroup.Training, Attendees = 4, IsManagers = true },
        new("S6", 15, FieldKind.TechnicalVisit, "Visited a delivery company with six vans. The mechanic on site found the fault in minutes; the part then took nine days, and nobody called in between.",
            [new("ASS1", FieldSign.Good), new("REL2", FieldSign.Bad), new("RES4", FieldSign.Need, "a call when a part is late")], MarketingMix.Process) { Attendees = 2 },
        new("E3", 9, FieldKind.RoundTable, "前台同事说，早上八点到九点半电话和进店客户挤在一起，两头都顾不好。希望这个时段有人专门接电话。",
            [new("RES2", FieldSign.Bad), new("RES2", FieldSign.Need, "早高峰有专人接电话")], MarketingMix.People) { Group = StaffGroup.FrontLine, Attendees = 6, Todo = "早高峰安排一名同事专接电话" },
    ];

    public static async Task Make(Office office, DemoClock clock, IReadOnlyList<(string Code, Id<Unit> Id)> stores, IReadOnlyDictionary<Id<Unit>, DemoTeam> teams, DateTimeOffset now)
    {
        var numbers = new Dictionary<DemoTalk, long>();
        foreach (var talk in talks)
        {
            var unit = stores.First(s => s.Code == talk.Store).Id;
            var (team, day) = (teams[unit], DateOnly.FromDateTime(now.UtcDateTime).AddDays(-talk.DaysAgo));
            var writer = talk.IsManagers ? team.Manager : team.Front[0];
            clock.Now = new(day, new(9, 30), TimeSpan.Zero);
            var number = numbers[talk] = await office.Do(new WriteFieldNote { Kind = talk.Kind, StaffGroup = talk.Group, Day = day, UnitId = unit, Attendees = talk.Attendees, Words = talk.Words, Mix = talk.Mix, Codes = talk.Codes }, writer);
            if (talk.Todo is null) continue;
            await office.Do(new AskFieldAction(number, talk.Todo, team.Manager.Person!.Value, DateOnly.FromDateTime(now.UtcDateTime).AddDays(talk.IsDone ? 14 - talk.DaysAgo : 21 - talk.DaysAgo / 3)), writer);
            if (!talk.IsDone) continue;
            clock.Now = clock.Now.AddDays(11);
            await office.Do(new CompleteWorkItem((await office.Do(new ShowFieldNote(number), team.Manager)).Actions[0].Task!.Id), team.Manager);
        }
        clock.Now = now.AddDays(-6);
        var executive = teams.Values.First().Executive;
        var group = executive.Roles[0].UnitId;
        await office.Do(new AddSwotNote(group, SwotSide.Opportunity, "车队客户愿意签年度保养合同，前提是一次修好并写清楚换了什么。", $"/field-log/{numbers[talks[1]]}"), executive);
        await office.Do(new AddSwotNote(group, SwotSide.Threat, "Jiahe Cars collects cars at the door and shows on the phone how far the repair is.", $"/field-log/{numbers[talks.First(t => t.Store == "S3")]}"), executive);
    }
}

sealed record DemoTalk(string Store, int DaysAgo, FieldKind Kind, string Words, IReadOnlyList<FieldCode> Codes, MarketingMix Mix)
{
    public StaffGroup? Group { get; init; }
    public int Attendees { get; init; } = 1;
    /// <summary>Written by the store's manager; else by its desk.</summary>
    public bool IsManagers { get; init; }
    public string? Todo { get; init; }
    public bool IsDone { get; init; }
}
