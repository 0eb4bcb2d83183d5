namespace Regard.Surveys;

/// <summary>A customers' questionnaire turned round: managers and employees say what they believe customers answer.</summary>
static class MirrorForm
{
    static Text Title { get; } = Said("What do our customers want and get?", "我们的客户想要什么、得到了什么？", "我們的客戶想要什麼、得到了什麼？");
    static Text Intro { get; } = Said(
        "Please answer as you believe our customers would, not as you would like it to be. Nobody is told who answered; numbers are shown for groups of five or more.",
        "请按您认为客户会怎样回答来作答，而不是按您希望的样子。任何人都看不到是谁作答，只显示五人及以上群体的数字。",
        "請按您認為客戶會怎樣回答來作答，而不是按您希望的樣子。任何人都看不到是誰作答，只顯示五人及以上群體的數字。");
    static Text Levels { get; } = Said(
        "For each statement, choose how far customers expect it of good service (expected), and how far they find it with us (experienced).",
        "请就每句话选择两项：客户期望好的服务做到什么程度（期望），以及他们在我们这里感受到的程度（感受）。",
        "請就每句話選擇兩項：客戶期望好的服務做到什麼程度（期望），以及他們在我們這裡感受到的程度（感受）。");
    static Text Importance { get; } = Said("How important is each of these to our customers?", "您认为以下各方面对客户有多重要？", "您認為以下各方面對客戶有多重要？");

    public static FormDocument Of(FormDocument customers) => customers with
    {
        Title = Title, Intro = Intro,
        Pages = [.. from page in customers.Pages
                    let batteries = page.Items.OfType<BatteryItem>().ToList()
                    where batteries.Count > 0
                    select page with { Items = [.. batteries.Select(b => b with { Title = b.Parts is [Part.Importance] ? Importance : Levels })] }],
    };

    static Text Said(string english, string simplified, string traditional) => new() { ["en"] = english, ["zh-Hans"] = simplified, ["zh-Hant"] = traditional };
}
