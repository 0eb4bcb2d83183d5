namespace Regard.Demo;

/// <summary>What the demo's customers say, by the dimension that weighed most with them.</summary>
static class DemoComments
{
    static readonly Dictionary<string, (string[] Bad, string[] Good)> said = new()
    {
        ["REL"] = (
            ["约好九点，等到快十一点才有人接车。", "说好一次修好，结果又跑了第二趟。", "答应回电话，一直没有回。", "账单和报价对不上，又去问了一遍。", "Booked for nine, served at half past ten.", "The same fault came back after a week.", "They promised to call and never did."],
            ["说到做到，一次就修好了。", "报价和最后付的一分不差。", "预约很准时，没有等。", "Done right the first time.", "Ready exactly when they said it would be."]),
        ["ASS"] = (
            ["问了三个人，说法都不一样。", "技术问题讲不清楚，心里没底。", "感觉新来的顾问不太熟悉业务。", "Nobody could explain what was replaced and why.", "I did not feel my car was in expert hands."],
            ["师傅讲得很明白，放心。", "顾问很专业，问题都答得上来。", "Very competent, every question answered.", "I trust this workshop completely."]),
        ["TAN"] = (
            ["休息区太挤，空调也不凉。", "停车位难找，绕了两圈。", "洗手间该打扫了。", "The waiting area is tired and crowded.", "Hard to find a parking space."],
            ["环境干净舒服，咖啡不错。", "展厅很漂亮，指示清楚。", "Clean, bright and easy to find.", "Nice lounge, good coffee."]),
        ["EMP"] = (
            ["没人问我到底着不着急。", "态度冷淡，像在赶人。", "带着孩子等，没人搭理。", "I felt like a number.", "Nobody asked what I actually needed."],
            ["记得我上次说的事，很贴心。", "下雨还撑伞送我出来，谢谢！", "孩子有地方玩，很周到。", "They remembered me and my car. Wonderful.", "Kind people who listen."]),
        ["RES"] = (
            ["等了两小时，没人告诉我进度。", "电话打了四次才接通。", "排队太久，只开了一个窗口。", "Two hours of waiting without a word.", "It took four calls to reach somebody."],
            ["反应很快，半小时就办完了。", "微信一问就回，效率高。", "Quick and always kept me informed.", "Answered at once, sorted within the hour."]),
    };

    /// <summary>A comment, or none: who is very satisfied or dissatisfied speaks more often.</summary>
    public static string? Say(Random chance, string dimension, double mood)
    {
        if (chance.NextDouble() > 0.08 + 0.06 * Math.Abs(mood) || !said.TryGetValue(dimension, out var words)) return null;
        var list = mood + 0.4 * chance.NextDouble() - 0.2 > 0 ? words.Good : words.Bad;
        return list[chance.Next(list.Length)];
    }
}
