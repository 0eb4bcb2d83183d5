using Regard.Cases;
namespace Regard.Demo;

/// <summary>Where the demo's customers turn when they do not turn to the company.</summary>
static class DemoBodies
{
    const string Hotline = "12315", Association = "消费者协会", Regulator = "市场监督管理局", Press = "汽车质量投诉平台";

    public static async Task Put(Office office, Caller executive)
    {
        await office.Do(new SaveBody(null, Hotline, 7, InWorkingDays: true, "全国消费者投诉举报热线。 Hotline for consumers."), executive);
        await office.Do(new SaveBody(null, Association, 10, InWorkingDays: true, "调解在门店进行。 Settles at the store."), executive);
        await office.Do(new SaveBody(null, Regulator, 15, InWorkingDays: false, "书面答复，盖章。 Answer in writing, with a seal."), executive);
        await office.Do(new SaveBody(null, Press, 3, InWorkingDays: false, "", IsInUse: false), executive);
    }

    public static string Of(DateOnly day) => (day.DayNumber % 10) switch { < 7 => Hotline, < 9 => Association, _ => Regulator };
}
